package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script in front of the command: which exit codes it passes on, and which it does not. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final Map<String, String> PLAIN = Map.of();

  @TempDir Path folder;
  private Checkout checkout;

  @BeforeEach
  void build() throws IOException {
    checkout = Checkout.built(folder);
  }

  @Test
  void passesOnThatAllWentWell() throws Exception {
    CommandRun run = checkout.run(PLAIN, "--version");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("liegg ");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void passesOnThatTheAnswerIsNo() throws Exception {
    CommandRun run = check("--expect", "sl(5)");

    assertThat(run.out()).startsWith("Does not hold");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void passesOnWrongUse() throws Exception {
    assertThat(checkout.run(PLAIN, "no-such-command").exitCode()).isEqualTo(2);
  }

  @Test
  void passesOnThatTheEvidenceIsNotEnough() throws Exception {
    assertThat(check("--expect", "so(5)", "--limit", "12").exitCode()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:+NoSuchFlag", "-Xmx900000t", "-Xms900t -Xmx900t", "-version"})
  void aVirtualMachineThatRunsNothingIsNoAnswer(String options) throws Exception {
    CommandRun run = checkout.run(Map.of("LIEGG_JAVA_OPTS", options), "--version");

    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err()).contains("liegg: LIEGG-JVM-FAILED: ", "'" + options + "'");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void findsPluginsBesideItAndInItsEnvironment() throws Exception {
    Path beside = Files.createDirectory(folder.resolve("plugins"));
    Files.move(
        new PluginJar(folder).groupType("One", "one", "").write("one.jar"),
        beside.resolve("one.jar"));
    Path named = new PluginJar(folder).groupType("Two", "two", "").write("two.jar");

    CommandRun run = checkout.run(Map.of("LIEGG_PLUGINS", named.toString()), "plugins");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("one(): a plug-in's", "two(): a plug-in's (" + named);
  }

  @Test
  void aCheckThatDidNotStartSaysSoAlsoWithPluginsBeforeIt() throws Exception {
    Files.delete(checkout.built("lib/liegg.jar"));
    Path outcome = folder.resolve("outcome.xml");

    checkout.run(PLAIN, "--plugins", "some.jar", "check", "--junit", outcome.toString());

    assertThat(outcome).content().contains("LIEGG-JVM-FAILED");
  }

  @Test
  void aMissingJarIsNoAnswer() throws Exception {
    Files.delete(checkout.built("lib/liegg.jar"));

    CommandRun run = checkout.run(PLAIN, "--version");

    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err()).contains("LIEGG-JVM-FAILED");
  }

  @Test
  void aBuiltCheckoutThatCannotBeWrittenRuns() throws Exception {
    Files.createFile(folder.resolve(".liegg"));
    setWritable(false);
    try {
      CommandRun run = checkout.run(PLAIN, "--version");

      assertThat(run.err()).isEmpty();
      assertThat(run.exitCode()).isZero();
    } finally {
      setWritable(true);
    }
  }

  @Test
  void aFolderForTheLockThatCannotBeMadeIsSaid() throws Exception {
    Files.delete(checkout.built("built"));
    Files.createFile(folder.resolve(".liegg"));

    CommandRun run = checkout.run(PLAIN, "--version");

    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err()).startsWith("liegg: LIEGG-CHECKOUT-READ-ONLY: ").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"build.lock", "build.log"})
  void aLockOrLogThatCannotBeWrittenIsSaid(String name) throws Exception {
    Files.setLastModifiedTime(checkout.built("built"), FileTime.fromMillis(0));
    Files.createDirectories(folder.resolve(".liegg").resolve(name));

    CommandRun run = checkout.run(PLAIN, "--version");

    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err())
        .startsWith("liegg: LIEGG-CHECKOUT-READ-ONLY: ")
        .contains(name)
        .hasLineCount(1);
  }

  @Test
  void aJavaThatIsMissingIsSaid() throws Exception {
    CommandRun run =
        checkout.run(Map.of("JAVA_HOME", folder.resolve("none").toString()), "--version");

    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err()).startsWith("liegg: LIEGG-JAVA-MISSING: ").hasLineCount(1);
  }

  @Test
  void handsOnWhatComesOnStandardInput() throws Exception {
    Path report = Files.writeString(folder.resolve("another.json"), "{\"schema\": \"another/7\"}");

    CommandRun run =
        checkout.end(
            checkout.start(
                ProcessBuilder.Redirect.from(report.toFile()),
                PLAIN,
                "compare",
                "/dev/stdin",
                "/dev/stdin"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("another/7");
  }

  @Test
  void aKilledVirtualMachineIsNoAnswer() throws Exception {
    Process process = busy();

    Signals.send("KILL", java(process).pid());

    CommandRun run = checkout.end(process);
    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err()).startsWith("liegg: LIEGG-JVM-KILLED: ").hasLineCount(1);
  }

  @Test
  void aVirtualMachineThatCrashesIsNoAnswer() throws Exception {
    Process process = busy();

    Signals.send("ILL", java(process).pid());

    CommandRun run = checkout.end(process);
    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err()).contains("liegg: LIEGG-JVM-CRASHED: ");
  }

  @Test
  void anInterruptStopsTheVirtualMachineAndIsPassedOn() throws Exception {
    assumeFalse(
        Signals.interruptsAreIgnored(),
        "what started the tests ignores interrupts, and so do they");
    Process process = busy();
    ProcessHandle java = java(process);

    Signals.send("INT", process.pid());

    assertThat(checkout.end(process).exitCode()).isEqualTo(130);
    assertThat(java.isAlive()).isFalse();
  }

  @Test
  void aRequestToEndReachesTheVirtualMachineAndIsPassedOn() throws Exception {
    Process process = busy();
    ProcessHandle java = java(process);

    Signals.send("TERM", process.pid());

    assertThat(checkout.end(process).exitCode()).isEqualTo(143);
    assertThat(java.isAlive()).isFalse();
  }

  @Test
  void theVirtualMachineEndsWithALauncherThatIsKilled() throws Exception {
    Process process = busy();
    ProcessHandle java = java(process);

    Signals.send("KILL", process.pid());

    java.onExit().join();
    assertThat(java.isAlive()).isFalse();
  }

  private CommandRun check(String... more) throws IOException, InterruptedException {
    return checkout.run(PLAIN, CheckCommandTest.arguments(more));
  }

  private Process busy() throws IOException {
    return checkout.start(
        PLAIN,
        "extract",
        "--model",
        CommandRun.reference("model.zip").toString(),
        "--data",
        HugeData.in(folder).toString());
  }

  /** The virtual machine that a launcher runs, once it does. */
  private static ProcessHandle java(Process launcher) throws InterruptedException {
    while (launcher.isAlive()) {
      var java =
          launcher
              .children()
              .filter(child -> child.info().command().orElse("").endsWith("java"))
              .findFirst();
      if (java.isPresent()) {
        return java.get();
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException("the launcher ended with " + launcher.exitValue());
  }

  private void setWritable(boolean writable) throws IOException {
    for (String name : Set.of("cli/target/liegg", "cli/target", ".")) {
      assertThat(folder.resolve(name).toFile().setWritable(writable)).isTrue();
    }
  }
}
