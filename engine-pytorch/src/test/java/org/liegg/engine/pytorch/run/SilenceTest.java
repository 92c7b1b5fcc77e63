package org.liegg.engine.pytorch.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.util.Ec2Utils;
import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PyTorch is started in a process of its own, in which every connection is counted. */
class SilenceTest {
  @TempDir Path folder;

  @Test
  void startingAsksNobodyAndKeepsToItsFolder() throws IOException, InterruptedException {
    Path cache = folder.resolve("cache");
    assertThat(output("start", cache)).contains("connections 0");
    assertThat(cache.resolve("pytorch")).isDirectory();
  }

  /** What the test above would see. */
  @Test
  void theCallThatIsSwitchedOffIsLive() throws IOException, InterruptedException {
    assertThat(output("call", folder.resolve("none"))).contains("connections 1");
  }

  private String output(String what, Path cache) throws IOException, InterruptedException {
    Path printed = folder.resolve("printed");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dorg.liegg.pytorch.cache=" + cache,
            "-cp",
            System.getProperty("java.class.path"),
            SilenceTest.class.getName(),
            what);
    builder.environment().keySet().removeIf(name -> name.matches(".*(DJL|CACHE_DIR|TRACKING).*"));
    Process process = builder.redirectErrorStream(true).redirectOutput(printed.toFile()).start();
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    return Files.readString(printed);
  }

  /** What to do: start PyTorch, or make the call that DJL makes when it starts. */
  public static void main(String[] args) {
    List<URL> asked = new ArrayList<>();
    URL.setURLStreamHandlerFactory(
        protocol -> protocol.startsWith("http") ? new Counting(asked) : null);
    if (args[0].equals("start")) {
      PytorchRuntime.manager().close();
    } else {
      Ec2Utils.callHome("PyTorch");
    }
    System.out.println("connections " + Math.min(1, asked.size()));
    System.exit(0);
  }

  private static final class Counting extends URLStreamHandler {
    private final List<URL> asked;

    Counting(List<URL> asked) {
      this.asked = asked;
    }

    @Override
    protected URLConnection openConnection(URL url, Proxy proxy) throws IOException {
      return openConnection(url);
    }

    @Override
    protected URLConnection openConnection(URL url) throws IOException {
      asked.add(url);
      throw new IOException("Counted");
    }
  }
}
