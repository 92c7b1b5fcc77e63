package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive of parsed classes that the launcher keeps: where, for what, and when not. A script
 * stands for Java, which notes how it is called and makes the files that it is asked for.
 */
@DisabledOnOs(OS.WINDOWS)
class KeptClassesTest {
  private static final String JAVA =
      """
      #!/usr/bin/env bash
      printf '%s\\n' "$*" >>"$CALLS"
      for word in "$@"; do
        case $word in
          -XX:DumpLoadedClassList=*) printf 'java/lang/Object\\n' >"${word#*=}" ;;
          -XX:SharedArchiveFile=*) case "$*" in *-Xshare:dump*) printf "$MADE" >"${word#*=}" ;; esac ;;
        esac
      done
      exit 80
      """;

  @TempDir Path folder;
  private Checkout checkout;
  private Path calls;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void build() throws IOException {
    checkout = Checkout.built(Files.createDirectories(folder.resolve("a folder/of mine")));
    Files.createDirectories(checkout.built("examples"));
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, JAVA);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"21.0.1\"\n");
    calls = folder.resolve("calls");
    environment.put("JAVA_HOME", folder.resolve("jdk").toString());
    environment.put("CALLS", calls.toString());
    environment.put("MADE", "an archive");
    environment.put("LIEGG_CACHE", "");
    environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
  }

  @Test
  void isMadeBesideTheCommandOnceAndTaken() throws Exception {
    CommandRun first = checkout.run(environment, "--version");
    CommandRun second = checkout.run(environment, "--version");

    assertThat(first.err()).contains("getting ready for Java 21.0.1, once").hasLineCount(1);
    assertThat(second.err()).isEmpty();
    Path archive = only(checkout.built("."));
    assertThat(calls()).hasSize(4);
    assertThat(calls().get(0)).contains("-XX:DumpLoadedClassList=", "org.liegg.cli.Rehearsal");
    assertThat(calls().get(1)).contains("-Xshare:dump");
    assertThat(calls().subList(2, 4))
        .allSatisfy(call -> assertThat(call).contains("-XX:SharedArchiveFile=" + archive));
  }

  @Test
  void isMadeAgainForOtherJarsAndOtherOptions() throws Exception {
    checkout.run(environment, "--version");
    Files.writeString(checkout.built("lib/another.jar"), "other classes");
    checkout.run(environment, "--version");
    environment.put("LIEGG_JAVA_OPTS", "-XX:+UseParallelGC");
    checkout.run(environment, "--version");
    environment.put("LIEGG_JAVA_OPTS", "-Xmx8g -XX:+UseParallelGC -Da=b");
    checkout.run(environment, "--version");

    assertThat(archives(checkout.built("."))).hasSize(3);
    assertThat(calls()).hasSize(3 * 3 + 1);
  }

  @Test
  void standsInTheUsersCacheWhereTheCommandCannotBeWritten() throws Exception {
    assumeFalse(System.getProperty("user.name").equals("root"), "root may write everywhere");
    assertThat(checkout.built(".").toFile().setWritable(false)).isTrue();
    try {
      checkout.run(environment, "--version");
    } finally {
      assertThat(checkout.built(".").toFile().setWritable(true)).isTrue();
    }

    Path archive = only(folder.resolve("cache/liegg"));
    assertThat(calls().get(2)).contains("-XX:SharedArchiveFile=" + archive);
  }

  @Test
  void standsWhereTheEnvironmentSays() throws Exception {
    environment.put("LIEGG_CACHE", folder.resolve("mine").toString());

    checkout.run(environment, "--version");

    assertThat(archives(folder.resolve("mine"))).hasSize(1);
    assertThat(archives(checkout.built("."))).isEmpty();
  }

  @Test
  void isLeftOutWhereNoneIsWanted() throws Exception {
    environment.put("LIEGG_CACHE", "none");

    CommandRun run = checkout.run(environment, "--version");

    assertThat(run.err()).isEmpty();
    assertThat(calls()).hasSize(1);
    assertThat(calls().get(0)).doesNotContain("SharedArchiveFile");
  }

  @Test
  void isTriedOnceWhereItCannotBeMade() throws Exception {
    environment.put("MADE", "");

    checkout.run(environment, "--version");
    CommandRun second = checkout.run(environment, "--version");

    assertThat(second.err()).isEmpty();
    assertThat(calls()).hasSize(4);
    assertThat(calls().get(3)).doesNotContain("SharedArchiveFile");
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(calls);
  }

  private static Path only(Path in) throws IOException {
    List<Path> archives = archives(in);
    assertThat(archives).hasSize(1);
    return archives.get(0).toRealPath();
  }

  /** Nothing else may be left there, such as halves of archives and lists of classes. */
  private static List<Path> archives(Path in) throws IOException {
    try (var files = Files.list(in)) {
      List<Path> made =
          files.filter(file -> file.getFileName().toString().startsWith("classes-")).toList();
      assertThat(made).allSatisfy(file -> assertThat(file.toString()).endsWith(".jsa"));
      return made;
    }
  }
}
