package org.liegg.api.spi;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles provider classes and packs them into a jar, as a third party would. */
final class ProviderJar {
  private final Path directory;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<String> declared = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();
  private final List<String> newer = new ArrayList<>();

  ProviderJar(Path directory) {
    this.directory = directory;
  }

  /** Declares a provider {@code acme.<simpleName>} of the given name and members. */
  ProviderJar provider(String simpleName, String name, String members) {
    return declare("acme." + simpleName)
        .source(
            simpleName,
            """
            package acme;
            public class %s implements org.liegg.api.spi.GroupActionProvider {
              %s
              @Override public String name() { return "%s"; }
              @Override public String usage() { return name(); }
              @Override public org.liegg.api.spi.Availability availability() {
                return new org.liegg.api.spi.Availability.Available("1", "");
              }
              @Override public org.liegg.api.spi.GroupAction parse(java.util.List<String> a) {
                throw new UnsupportedOperationException();
              }
            }
            """
                .formatted(simpleName, members, name));
  }

  /** Adds a line to the service file. */
  ProviderJar declare(String line) {
    declared.add(line);
    return this;
  }

  /** Adds the class {@code acme.<simpleName>}. */
  ProviderJar source(String simpleName, String source) {
    sources.put(simpleName, source);
    return this;
  }

  /** Leaves the provider {@code acme.<simpleName>} out of the jar after compiling against it. */
  ProviderJar withoutDeclared(String simpleName) {
    declared.remove("acme." + simpleName);
    removed.add(simpleName);
    return this;
  }

  /** Marks the class {@code acme.<simpleName>} as one of a Java that is yet to come. */
  ProviderJar forNewerJava(String simpleName) {
    newer.add(simpleName);
    return this;
  }

  /** Writes the jar, its manifest saying implementation version 1.2. */
  Path write(String fileName) {
    try {
      Path classes = Files.createTempDirectory(directory, "classes");
      compile(classes);
      for (String simpleName : removed) {
        Files.delete(classes.resolve("acme").resolve(simpleName + ".class"));
      }
      for (String simpleName : newer) {
        Path file = classes.resolve("acme").resolve(simpleName + ".class");
        byte[] content = Files.readAllBytes(file);
        // Bytes 6 and 7 are the major version.
        content[6] = 0x0F;
        Files.write(file, content);
      }
      Path services = classes.resolve("META-INF/services/" + GroupActionProvider.class.getName());
      Files.createDirectories(services.getParent());
      Files.writeString(services, String.join("\n", declared) + "\n");
      Path jar = directory.resolve(fileName);
      Files.createDirectories(jar.getParent());
      pack(classes, jar);
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static URLClassLoader loader(Path... jars) {
    return new URLClassLoader(
        Stream.of(jars).map(ProviderJar::url).toArray(URL[]::new),
        ProviderJar.class.getClassLoader());
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compile(Path classes) throws IOException {
    if (sources.isEmpty()) {
      return;
    }
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      files.add(
          Files.writeString(
              directory.resolve(source.getKey() + ".java"),
              source.getValue(),
              StandardCharsets.UTF_8));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    Path api =
        Path.of(Provider.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<String> options = List.of("-d", classes.toString(), "-cp", api.toString(), "-proc:none");
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      if (!compiled) {
        throw new IllegalStateException(messages.toString());
      }
    }
  }

  private static void pack(Path classes, Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "1.2");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> walk = Files.walk(classes)) {
      for (Path path : walk.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
        Files.copy(path, out);
        out.closeEntry();
      }
    }
  }
}
