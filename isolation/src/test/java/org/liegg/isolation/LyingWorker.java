package org.liegg.isolation;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;

/** A program in place of the worker's that answers the first request with a lie. */
final class LyingWorker {
  /** Which lie; of the properties that a worker gets. */
  static final String LIE = "org.liegg.isolation.lie";

  private LyingWorker() {}

  /** Lies, and stays. */
  public static void main(String[] args) throws IOException, InterruptedException {
    byte[] token = System.in.readNBytes(WorkerProcess.TOKEN);
    Path socket = WorkerCommand.socket(Path.of(args[0]));
    String lie = System.getProperty(LIE, "");
    if (lie.equals("stranger")) {
      connect(socket, new byte[WorkerProcess.TOKEN], 0);
    }
    Connection control = connect(socket, token, 0);
    control.getByte();
    control.getText();
    control.getText();
    Requests.getOptions(control);
    if (lie.equals("closes")) {
      control.close();
    } else {
      answer(control, lie, socket, token);
      control.flush();
    }
    new CountDownLatch(1).await();
  }

  private static void answer(Connection control, String lie, Path socket, byte[] token)
      throws IOException {
    switch (lie) {
      case "garbage" -> {
        byte[] garbage = new byte[1 << 16];
        new Random(11).nextBytes(garbage);
        control.putBytes(garbage);
      }
      case "negative-size" -> {
        begin(control);
        control.putText("path");
        control.putText("hash");
        control.putText("engine");
        control.putText("version");
        control.putInt(-1);
      }
      case "endless-text" -> {
        begin(control);
        control.putInt(Integer.MAX_VALUE);
      }
      case "other-session" -> {
        connect(socket, token, 9);
        begin(control);
        Answers.putInfo(control, info());
        control.putInt(0);
      }
      default -> {
        begin(control);
        Answers.putInfo(control, info());
        control.putInt(0);
      }
    }
  }

  private static void begin(Connection control) throws IOException {
    control.putByte(Answers.DONE);
    control.putLong(1);
  }

  private static ModelInfo info() {
    return new ModelInfo(
        new ModelInfo.Origin("path", "hash", "engine", "version"),
        3,
        new ModelInfo.Taken(2, "output", "head"),
        Precision.FLOAT);
  }

  private static Connection connect(Path socket, byte[] token, long session) throws IOException {
    Connection connection = new Connection(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    connection.putBytes(token);
    connection.putLong(session);
    connection.flush();
    return connection;
  }
}
