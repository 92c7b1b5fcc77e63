package org.liegg.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.liegg.app.Extraction;
import org.liegg.app.Liegg;

class LieggExtensionTest {

  /** Whether tests of {@link Users} are wanted, which only this test runs. */
  private static volatile boolean asked;

  static boolean isAsked() {
    return asked;
  }

  @EnabledIf("org.liegg.junit.LieggExtensionTest#isAsked")
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
    private static final Set<Liegg> ALL = Collections.newSetFromMap(new IdentityHashMap<>());

    static void add(Liegg liegg) {
      ALL.add(liegg);
    }
  }

  @Test
  void givesTestsTheirModels() {
    asked = true;
    var events =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(Users.class))
            .execute()
            .testEvents();
    asked = false;
    assertThat(events.succeeded().count()).isEqualTo(2);
    assertThat(events.failed().count()).isEqualTo(1);
    assertThat(Seen.ALL).as("one for all tests of a run").hasSize(1);
  }
}
