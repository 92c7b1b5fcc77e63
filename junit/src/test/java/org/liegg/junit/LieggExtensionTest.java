package org.liegg.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.liegg.app.Extraction;
import org.liegg.app.Liegg;

class LieggExtensionTest {

  @ExtendWith(LieggExtension.class)
  static class Users {
    @Test
    void one(
        Liegg liegg,
        @TestedModel("net.zip") Extraction model,
        @TestedModel(value = "net.zip", data = "x.npy", engine = "dl4j", output = "1")
            ModelAssert asserted) {
      assertThat(liegg).isNotNull();
      assertThat(model).isNotNull();
      assertThat(asserted).isNotNull();
      Seen.add(liegg);
    }

    @Test
    void another(Liegg liegg) {
      Seen.add(liegg);
    }

    @Test
    void wrong(@TestedModel("net.zip") String text) {
      throw new IllegalStateException(text);
    }
  }

  private static final class Seen {
    private static final java.util.Set<Liegg> ALL =
        java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());

    static void add(Liegg liegg) {
      ALL.add(liegg);
    }
  }

  @Test
  void givesTestsTheirModels() {
    var events =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(Users.class))
            .execute()
            .testEvents();
    assertThat(events.succeeded().count()).isEqualTo(2);
    assertThat(events.failed().count()).isEqualTo(1);
    assertThat(Seen.ALL).as("one for all tests of a run").hasSize(1);
  }
}
