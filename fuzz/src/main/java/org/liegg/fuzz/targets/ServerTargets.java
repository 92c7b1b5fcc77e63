package org.liegg.fuzz.targets;

import java.nio.ByteBuffer;
import java.util.List;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.fuzz.run.FuzzTarget;

/** Models behind servers that lie. An input is what the server's lies follow from. */
final class ServerTargets {

  private ServerTargets() {}

  static List<FuzzTarget> all() {
    ModelReading reading = new ModelReading("http", ModelOptions.defaults().withSelfCheck(false));
    LyingServer server = new LyingServer();
    return List.of(
        new FuzzTarget(
            "http",
            60,
            random -> ByteBuffer.allocate(Long.BYTES).putLong(random.nextLong()).array(),
            (input, folder) -> {
              server.lie(ByteBuffer.wrap(input).getLong());
              reading.read(ModelSource.parse(server.address()));
            }));
  }
}
