package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.cli.base.ExitCode;

/** Parts of an extraction as the command sums and merges them. */
class MergeCommandTest {
  private static final int PARTS = 3;
  private static final List<String> ASKED =
      List.of("--action", "gl(5)^2", "--reference", "so(5)", "--limit", "1500", "--threads", "1");

  @TempDir Path folder;

  @Test
  void writeTheReportOfAllPartsInOneProcess() throws IOException {
    Path one = folder.resolve("one.json");
    Path merged = folder.resolve("merged.json");
    Path page = folder.resolve("merged.html");
    CommandRun all = extract("--parts", "3", "--json", one.toString());

    assertThat(round("survey", Optional.empty()).out()).contains("Next round: select");
    assertThat(round("select", Optional.of(plan("survey"))).out()).contains("Next round: estimate");
    round("estimate", Optional.of(plan("select")));
    List<String> last = states("estimate");
    last.addAll(List.of("--json", merged.toString(), "--report", page.toString()));
    CommandRun run =
        CommandRun.of(CommandRun.joined(List.of("merge"), last.toArray(String[]::new)));

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(all.exitCode());
    assertThat(report(merged)).isEqualTo(report(one));
    assertThat(report(merged).at("/provenance/options/parts").asText()).isEqualTo("3");
    assertThat(report(merged).at("/finiteCheck").size()).isPositive();
    assertThat(report(merged).at("/orbits").size()).isPositive();
    assertThat(Files.readString(page)).contains("<!doctype html>", "so(5)");
    assertThat(all.out()).contains("so(5)");
  }

  @Test
  void mergeSomePartsFirst() {
    round("survey", Optional.empty());
    String some = folder.resolve("some.lgs").toString();
    List<String> states = states("survey");

    CommandRun part = CommandRun.of("merge", states.get(2), states.get(1), "--state", some);
    CommandRun all = CommandRun.of("merge", some, states.get(0), "--plan", plan("again"));

    assertThat(part.err() + all.err()).isEmpty();
    assertThat(folder.resolve("again.plan")).hasSameBinaryContentAs(folder.resolve("survey.plan"));
  }

  @Test
  void refuseWhatDoesNotBelongTogether() throws IOException {
    round("survey", Optional.empty());
    List<String> states = states("survey");
    String plan = plan("refused");
    Path cut = folder.resolve("cut.lgs");
    byte[] whole = Files.readAllBytes(Path.of(states.get(0)));
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));

    refused("LIEGG-STATE-MISSING", "merge", states.get(0), states.get(2), "--plan", plan);
    refused("LIEGG-STATE-DUPLICATE", "merge", states.get(1), states.get(1), "--plan", plan);
    refused("LIEGG-STATE-CORRUPT", "merge", cut.toString(), states.get(1), "--plan", plan);
    refused("LIEGG-STATE-UNREADABLE", "merge", folder.toString(), "--plan", plan);
    refused("LIEGG-STATE-UNREADABLE", "merge", folder.resolve("no.lgs").toString(), "--plan", plan);
    refused("LIEGG-STATE-OTHER", "merge", plan("survey"), "--plan", plan);
    assertThat(Path.of(plan)).doesNotExist();
    assertThat(
            extract(
                    "--part",
                    "1/3",
                    "--state",
                    plan,
                    "--plan",
                    plan("survey"),
                    "--tolerance",
                    "0.02")
                .err())
        .startsWith("liegg: LIEGG-STATE-OTHER: plan: its tolerance is 0.01, not 0.02");
    assertThat(Path.of(plan)).doesNotExist();
  }

  @Test
  void refuseOptionsThatDoNotFitTogether() {
    String state = folder.resolve("p.lgs").toString();

    usage("without --state", extract("--part", "1/3"));
    usage("without --part", extract("--state", state));
    usage("without --part", extract("--plan", state));
    usage("part 4/3", extract("--part", "4/3", "--state", state));
    usage("--parts is 0", extract("--parts", "0"));
    usage("sum one part", extract("--parts", "3", "--part", "1/3", "--state", state));
    usage("no plan and no report", CommandRun.of("merge", state, "--state", state, "--json", "-"));
    usage("liegg merge writes", extract("--part", "1/3", "--state", state, "--json", "r.json"));
    refused("LIEGG-STATE-UNSUPPORTED", extract("--parts", "2", "--stability"));
    assertThat(Path.of(state)).doesNotExist();
  }

  @Test
  void askForThePlanWhereARoundFollows() {
    round("survey", Optional.empty());

    usage(
        "the round select follows",
        CommandRun.of(
            CommandRun.joined(List.of("merge"), states("survey").toArray(String[]::new))));
  }

  /** All parts of a round, merged. */
  private CommandRun round(String name, Optional<String> before) {
    for (int part = 1; part <= PARTS; part++) {
      List<String> words =
          new ArrayList<>(
              List.of("--part", part + "/" + PARTS, "--state", states(name).get(part - 1)));
      before.ifPresent(plan -> words.addAll(List.of("--plan", plan)));
      CommandRun run = extract(words.toArray(String[]::new));
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).startsWith("Round " + name);
    }
    List<String> words = states(name);
    words.addAll(List.of("--plan", plan(name)));
    return CommandRun.of(CommandRun.joined(List.of("merge"), words.toArray(String[]::new)));
  }

  private List<String> states(String name) {
    List<String> states = new ArrayList<>();
    for (int part = 1; part <= PARTS; part++) {
      states.add(folder.resolve(name + part + ".lgs").toString());
    }
    return states;
  }

  private String plan(String name) {
    return folder.resolve(name + ".plan").toString();
  }

  private static CommandRun extract(String... more) {
    return CommandRun.onReference("extract", CommandRun.joined(ASKED, more));
  }

  private static void usage(String words, CommandRun run) {
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).hasLineCount(1).contains("LIEGG-USAGE", words);
  }

  private static void refused(String code, String... words) {
    refused(code, CommandRun.of(words));
  }

  private static void refused(String code, CommandRun run) {
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).hasLineCount(1).startsWith("liegg: " + code + ": ");
  }

  /** All but when, and in what time. */
  private static JsonNode report(Path file) throws IOException {
    JsonNode report = new ObjectMapper().readTree(Files.readAllBytes(file));
    ((ObjectNode) report.get("provenance"))
        .remove(List.of("startedAt", "seconds", "peakMemoryBytes"));
    return report;
  }
}
