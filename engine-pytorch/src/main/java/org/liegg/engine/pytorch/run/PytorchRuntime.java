package org.liegg.engine.pytorch.run;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.liegg.api.spi.support.TemporaryFolder;

/**
 * PyTorch in this process: on processors alone, one thread a session, downloading nothing and
 * telling nobody. Its libraries are unpacked once for a user, into the folder that the property
 * {@code org.liegg.pytorch.cache} names, {@code .cache/liegg} in the user's own where it names
 * none, or one for temporary files where that cannot be written.
 */
public final class PytorchRuntime {
  private static final String CACHE = "org.liegg.pytorch.cache";

  private PytorchRuntime() {}

  /** A manager of tensors; the caller closes it. */
  static PtNDManager manager() {
    return (PtNDManager) Loaded.ROOT.newSubManager();
  }

  /** Initialised once, when it is first asked for. */
  private static final class Loaded {
    private static final NDManager ROOT = start();
  }

  private static NDManager start() {
    configure();
    return NDManager.newBaseManager(Device.cpu(), "PyTorch");
  }

  /** What DJL reads before it starts; where the user has said something, that stays. */
  static void configure() {
    set("ai.djl.offline", "true");
    set("OPT_OUT_TRACKING", "true");
    set("ai.djl.pytorch.num_threads", "1");
    set("ai.djl.pytorch.num_interop_threads", "1");
    if (System.getenv("ENGINE_CACHE_DIR") == null) {
      set("ENGINE_CACHE_DIR", cache().toString());
    }
  }

  private static void set(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static Path cache() {
    String said = System.getProperty(CACHE);
    Path folder =
        said == null
            ? Path.of(System.getProperty("user.home", "."), ".cache", "liegg")
            : Path.of(said);
    try {
      Files.createDirectories(folder);
      if (Files.isWritable(folder)) {
        return folder;
      }
    } catch (IOException e) {
      // There is another place.
    }
    return temporary();
  }

  private static Path temporary() {
    try {
      Path folder = Files.createTempDirectory("liegg-pytorch");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> TemporaryFolder.remove(folder)));
      return folder;
    } catch (IOException e) {
      throw new UnsatisfiedLinkError("it cannot be unpacked: " + e.getMessage());
    }
  }
}
