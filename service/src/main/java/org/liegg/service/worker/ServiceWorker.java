package org.liegg.service.worker;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.liegg.api.spi.PluginLoader;
import org.liegg.app.Liegg;
import org.liegg.app.PluginPath;
import org.liegg.isolation.WorkerFolder;

/**
 * The process that runs analyses, one after the other. It ends when its standard input does, which
 * every end of the service brings about.
 */
public final class ServiceWorker {
  private final BlockingQueue<Assignment> assigned = new ArrayBlockingQueue<>(1);
  private final Path folder;
  private final PrintStream out;
  private String word = "";

  private ServiceWorker(Path folder) {
    this.folder = folder;
    out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  }

  /**
   * Works until nobody is there to ask.
   *
   * @param args the folder for temporary files, and the jars of plug-ins
   */
  public static void main(String[] args) throws InterruptedException {
    ServiceWorker worker = new ServiceWorker(Path.of(args[0]));
    // What libraries print is not taken for news.
    System.setOut(System.err);
    Logger.getLogger("").setLevel(Level.SEVERE);
    List<Path> jars = Arrays.stream(args).skip(1).map(Path::of).toList();
    PluginLoader plugins = new PluginLoader(jars, ServiceWorker.class.getClassLoader());
    Thread.currentThread().setContextClassLoader(plugins);
    Thread listening = new Thread(worker::listen, "liegg-service-listen");
    listening.setDaemon(true);
    listening.start();
    worker.work(Liegg.create(new PluginPath(jars, List.of()), plugins));
  }

  private void work(Liegg liegg) throws InterruptedException {
    JobRunner runner = new JobRunner(liegg, this::tell);
    while (true) {
      runner.run(assigned.take());
    }
  }

  private void listen() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      String first = in.readLine();
      synchronized (this) {
        word = first == null ? "" : first;
      }
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        assigned.put(Spoken.assignment(line));
      }
    } catch (IOException | InterruptedException e) {
      // The same as its end.
      System.err.println(e);
    }
    WorkerFolder.delete(folder);
    Runtime.getRuntime().halt(0);
  }

  private synchronized void tell(News news) {
    out.println(word + Spoken.line(news));
  }
}
