package org.liegg.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("dev");
    return new String[] {
      "liegg " + version, "Java %s".formatted(System.getProperty("java.vm.version", "unknown"))
    };
  }
}
