package org.liegg.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Plug-ins as others write them: classes of the package {@code acme}, compiled into a jar. */
final class PluginJar {
  private static final String GROUP_TYPE = "org.liegg.api.spi.GroupActionProvider";
  private static final String ENGINE = "org.liegg.api.spi.ModelGradientProvider";

  private final Path folder;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> services = new LinkedHashMap<>();

  PluginJar(Path folder) {
    this.folder = folder;
  }

  /** A group type that is the shear of the plane, with these members before its own. */
  PluginJar groupType(String simpleName, String name, String members) {
    return groupType(
        simpleName,
        name,
        members,
        """
        return org.liegg.groups.MatrixAction.of(
            name() + "()", new org.liegg.api.Matrix(2, 2, new double[] {0, 1, 0, 0}));
        """);
  }

  /** The same with this body of {@code parse}. */
  PluginJar groupType(String simpleName, String name, String members, String parse) {
    declare(GROUP_TYPE, simpleName);
    return source(
        simpleName,
        """
        package acme;
        public class %s implements org.liegg.api.spi.GroupActionProvider {
          %s
          public String name() { return "%s"; }
          public String usage() { return name() + "(): a plug-in's"; }
          public org.liegg.api.spi.Availability availability() {
            return new org.liegg.api.spi.Availability.Available("1", "");
          }
          public org.liegg.api.spi.GroupAction parse(java.util.List<String> a) { %s }
        }
        """
            .formatted(simpleName, members, name, parse));
  }

  /** An engine that takes files of this ending, or fails, and opens none. */
  PluginJar engine(String simpleName, String name, String accepts) {
    declare(ENGINE, simpleName);
    return source(
        simpleName,
        """
        package acme;
        import org.liegg.api.*;
        public class %s implements org.liegg.api.spi.ModelGradientProvider {
          public String name() { return "%s"; }
          public int priority() { return 1000; }
          public org.liegg.api.spi.Availability availability() {
            return new org.liegg.api.spi.Availability.Available("1", "");
          }
          public boolean accepts(ModelSource source) { %s }
          public org.liegg.api.spi.ModelGradient open(ModelSource source, ModelOptions options) {
            throw new IllegalStateException("not today");
          }
          public ModelLayout layout(ModelSource source, ModelOptions options) { return null; }
        }
        """
            .formatted(simpleName, name, accepts));
  }

  /** A line of the service file of group types, whatever it names. */
  PluginJar declare(String simpleName) {
    return declare(GROUP_TYPE, simpleName);
  }

  PluginJar source(String simpleName, String source) {
    sources.put(simpleName, source);
    return this;
  }

  private PluginJar declare(String service, String simpleName) {
    services.merge(service, "acme." + simpleName + "\n", String::concat);
    return this;
  }

  Path write(String fileName) throws IOException {
    Path classes = Files.createTempDirectory(folder, "classes");
    if (!sources.isEmpty()) {
      compile(classes);
    }
    for (Map.Entry<String, String> service : services.entrySet()) {
      Path file = classes.resolve("META-INF/services").resolve(service.getKey());
      Files.createDirectories(classes.resolve("META-INF/services"));
      Files.writeString(file, service.getValue());
    }
    Path jar = folder.resolve(fileName);
    pack(classes, jar);
    return jar;
  }

  private void compile(Path classes) throws IOException {
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Files.writeString(classes.resolve(source.getKey() + ".java"), source.getValue());
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> written = Files.list(classes)) {
      List<Path> paths = written.filter(path -> path.toString().endsWith(".java")).toList();
      List<String> options =
          List.of(
              "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
      if (!compiler
          .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(paths))
          .call()) {
        throw new IllegalStateException(said.toString());
      }
    }
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> walk = Files.walk(classes)) {
      for (Path path : walk.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
        Files.copy(path, out);
        out.closeEntry();
      }
    }
  }
}
