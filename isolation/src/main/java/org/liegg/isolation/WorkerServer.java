package org.liegg.isolation;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.liegg.api.LieggException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Warning;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.PluginLoader;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.api.spi.support.Models;

/** The worker's side: opens models, and gives every session a connection and a thread. */
final class WorkerServer {
  private final Path socket;
  private final byte[] token;
  private final PluginLoader plugins;
  private final AtomicLong sessions = new AtomicLong();

  WorkerServer(Path socket, byte[] token, PluginLoader plugins) {
    this.socket = socket;
    this.token = token;
    this.plugins = plugins;
  }

  /** Answers requests on the first connection until the parent closes it. */
  void serve() throws IOException {
    try (Connection control = connect(0)) {
      ProviderRegistry<ModelGradientProvider> engines =
          ProviderRegistry.load(ProviderKind.ENGINE, plugins);
      while (true) {
        int kind = control.getByte();
        String engine = control.getText();
        ModelSource source = ModelSource.of(Path.of(control.getText()));
        ModelOptions options = Requests.getOptions(control);
        try {
          ModelGradientProvider provider = engines.require(engine);
          if (kind == Requests.LAYOUT) {
            layout(control, provider.layout(source, options));
          } else {
            opened(control, Models.verified(Models.prepared(provider, source, options), options));
          }
        } catch (RuntimeException | Error e) {
          fail(control, e);
        }
        control.flush();
      }
    }
  }

  private static void layout(Connection control, ModelLayout layout) throws IOException {
    control.putByte(Answers.DONE);
    Answers.putLayout(control, layout);
  }

  private void opened(Connection control, ModelGradient model) throws IOException {
    ModelInfo info = model.info();
    List<Warning> warnings = model.warnings();
    long session = begin(model);
    control.putByte(Answers.DONE);
    control.putLong(session);
    Answers.putInfo(control, info);
    Answers.putWarnings(control, warnings);
  }

  /** Connects a session and lets it answer in a thread of its own; its number. */
  long begin(ModelGradient model) throws IOException {
    long number = sessions.incrementAndGet();
    Connection connection = connect(number);
    Thread thread =
        new Thread(
            () -> new WorkerSession(this, model, connection).serve(), "liegg-session-" + number);
    thread.setDaemon(true);
    thread.start();
    return number;
  }

  /** What has a code arrives as it is, what a plug-in threw with the jar it came from. */
  void fail(Connection to, Throwable thrown) throws IOException {
    boolean coded = thrown instanceof LieggException || thrown instanceof OutOfMemoryError;
    Throwable shown = coded ? thrown : plugins.blame(thrown).<Throwable>map(e -> e).orElse(thrown);
    to.putByte(Answers.FAILED);
    Failures.put(to, shown);
  }

  private Connection connect(long session) throws IOException {
    Connection connection = new Connection(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    connection.putBytes(token);
    connection.putLong(session);
    connection.flush();
    return connection;
  }
}
