package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What shells and {@code man} are told of the command. */
class CompletionCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void knowsEveryCommandAndItsOptions(String shell) {
    CommandRun run = CommandRun.of("completion", shell);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "extract",
            "check",
            "plugins",
            "expect",
            "max-defect",
            "slice",
            "by-layer",
            "shell",
            "execute");
  }

  @Test
  void fishOffersTheValuesOfAnOptionThatHasAFew() {
    assertThat(CommandRun.of("completion", "fish").out())
        .contains("-n '__fish_seen_subcommand_from check' -l precision -r -f -a 'float double'");
  }

  @Test
  void aShellThatIsNotKnownIsWrongUse() {
    CommandRun run = CommandRun.of("completion", "tcsh");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("LIEGG-USAGE", "tcsh", "fish").hasLineCount(1);
  }

  @Test
  void everyCommandHasAPage() throws Exception {
    Manual.main(new String[] {folder.toString()});

    assertThat(folder.resolve("man/man1/liegg.1")).content().contains(".BR liegg\\-check (1)");
    assertThat(folder.resolve("man/man1/liegg-check.1"))
        .content()
        .startsWith(".TH \"LIEGG-CHECK\" 1\n")
        .contains(".B \\-\\-expect=SYMMETRY\n", ".SH EXIT STATUS");
    assertThat(Files.readString(folder.resolve("completion/liegg.zsh"))).contains("bashcompinit");
  }
}
