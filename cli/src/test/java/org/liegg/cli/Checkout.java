package org.liegg.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * A folder that looks to the launcher like a checkout whose command is built; what it runs is the
 * code that is being tested.
 */
final class Checkout {
  private final Path root;
  private String javaHome = System.getProperty("java.home");

  private Checkout(Path root) {
    this.root = root;
  }

  static Checkout built(Path root) throws IOException {
    Checkout checkout = new Checkout(root);
    Files.copy(Path.of("../liegg"), root.resolve("liegg"));
    Files.createDirectories(root.resolve("cli/src/main"));
    for (String name : List.of("pom.xml", "out", "err")) {
      Files.createFile(root.resolve(name));
    }
    Files.createFile(root.resolve("cli/pom.xml"));
    Files.createDirectories(checkout.built("lib"));
    jar(checkout.built("lib/liegg.jar"));
    Files.createFile(checkout.built("built"));
    Files.setLastModifiedTime(
        checkout.built("built"), FileTime.from(Instant.now().plusSeconds(3600)));
    return checkout;
  }

  Path root() {
    return root;
  }

  /** A file of the built command. */
  Path built(String name) {
    return root.resolve("cli/target/liegg").resolve(name);
  }

  /**
   * Puts a script in the place of Java from now on.
   *
   * @param script lines for a shell
   */
  void putJava(String script) throws IOException {
    Path java = Files.createDirectories(root.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(root.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
    javaHome = root.resolve("jdk").toString();
  }

  /** A process of the launcher, its streams in files of this folder. */
  Process start(Map<String, String> environment, String... args) throws IOException {
    return start(ProcessBuilder.Redirect.PIPE, environment, args);
  }

  /** The launcher, with this as its standard input. */
  Process start(ProcessBuilder.Redirect input, Map<String, String> environment, String... args)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("bash", root.resolve("liegg").toString()));
    command.addAll(Arrays.asList(args));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(input)
            .redirectOutput(root.resolve("out").toFile())
            .redirectError(root.resolve("err").toFile());
    builder.environment().put("JAVA_HOME", javaHome);
    builder.environment().remove("LIEGG_JAVA_OPTS");
    builder.environment().remove("LIEGG_PLUGINS");
    builder.environment().put("LIEGG_CACHE", "none");
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** The launcher, run to its end. */
  CommandRun run(Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    return end(start(environment, args));
  }

  CommandRun end(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    int code = process.waitFor();
    return new CommandRun(
        code, Files.readString(root.resolve("out")), Files.readString(root.resolve("err")));
  }

  /** A jar of nothing but a class path. */
  private static void jar(Path file) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" ")));
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.finish();
    }
  }
}
