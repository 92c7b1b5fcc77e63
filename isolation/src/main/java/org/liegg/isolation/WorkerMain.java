package org.liegg.isolation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.liegg.api.spi.PluginLoader;

/**
 * The worker process. It ends when its parent closes its standard input, which every end of the
 * parent does.
 */
final class WorkerMain {

  private WorkerMain() {}

  /**
   * Serves the parent until it has no more to ask.
   *
   * @param args the folder that the socket is in, and the jars of plug-ins
   */
  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    List<Path> jars = Arrays.stream(args).skip(1).map(Path::of).toList();
    // Open for as long as the process lives: its classes are loaded one by one.
    PluginLoader plugins = new PluginLoader(jars, WorkerMain.class.getClassLoader());
    Thread.currentThread().setContextClassLoader(plugins);
    InputStream parent = System.in;
    try {
      byte[] token = parent.readNBytes(WorkerProcess.TOKEN);
      Thread watch = new Thread(() -> endWithParent(parent, folder), "liegg-parent-watch");
      watch.setDaemon(true);
      watch.start();
      Logger.getLogger("").setLevel(Level.WARNING);
      volunteer();
      new WorkerServer(WorkerCommand.socket(folder), token, plugins).serve();
    } catch (IOException e) {
      // Read only where the parent still is: then it is why there is no connection.
      System.err.println(e);
    }
    end(folder);
  }

  private static void endWithParent(InputStream parent, Path folder) {
    try {
      while (parent.read() >= 0) {
        // Nothing is said here once the token is.
      }
    } catch (IOException e) {
      // The same as its end.
      System.err.println(e);
    }
    end(folder);
  }

  /** Whoever comes first does it, so that the folder is gone before the process is. */
  private static synchronized void end(Path folder) {
    WorkerFolder.delete(folder);
    Runtime.getRuntime().halt(0);
  }

  /** Where the system runs out of memory, it ends this process rather than its parent. */
  private static void volunteer() {
    try {
      Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000");
    } catch (IOException | RuntimeException e) {
      // A system that does not have it chooses by itself.
      return;
    }
  }
}
