package org.liegg.cli.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liegg.service.settings.Network;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that say where a service listens, and to whom. */
final class NetworkOptions {
  /** The token itself comes from the environment: everybody can read the arguments of a process. */
  static final String TOKEN = "LIEGG_SERVE_TOKEN";

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = {
        "The address to listen on. Others than those of this machine alone, such as 0.0.0.0, need"
            + " a token. Default: ${DEFAULT-VALUE}."
      })
  String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "8080",
      description = "The port; 0 takes a free one and says which. Default: ${DEFAULT-VALUE}.")
  int port = 8080;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = {
        "A file with the token that everybody has to show who asks; or LIEGG_SERVE_TOKEN in the"
            + " environment. At least 16 characters. Default: none, and this machine alone may ask."
      })
  @Nullable Path tokenFile;

  @Option(
      names = "--tls-certificate",
      paramLabel = "FILE",
      description = "A chain of certificates in PEM: the service speaks TLS, with --tls-key.")
  @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The key of the certificate, PKCS #8 in PEM, not encrypted.")
  @Nullable Path key;

  @Option(
      names = "--name",
      paramLabel = "HOST",
      split = ",",
      description = {
        "Names besides the address under which the service is asked, e.g. of a proxy before it."
            + " Without a token it answers to no others."
      })
  List<String> names = List.of();

  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  CommandLine.Model.CommandSpec spec;

  NetworkOptions() {}

  /**
   * What they say.
   *
   * @param token of the environment, where it has one
   */
  Network network(Optional<String> token) {
    if ((certificate == null) != (key == null)) {
      throw usage("--tls-certificate and --tls-key belong together: give both or neither");
    }
    Optional<Network.Tls> tls =
        certificate == null || key == null
            ? Optional.empty()
            : Optional.of(new Network.Tls(certificate, key));
    try {
      return new Network(host, port, secret(token), tls, names);
    } catch (IllegalArgumentException e) {
      throw usage("--" + e.getMessage());
    }
  }

  private Optional<String> secret(Optional<String> token) {
    if (tokenFile == null) {
      return token.filter(text -> !text.isEmpty());
    }
    if (token.filter(text -> !text.isEmpty()).isPresent()) {
      throw usage("--token-file and %s are given: leave one of them out".formatted(TOKEN));
    }
    try {
      return Optional.of(Files.readString(tokenFile).strip());
    } catch (IOException e) {
      throw usage("--token-file %s: it cannot be read (%s)".formatted(tokenFile, e));
    }
  }

  private CommandLine.ParameterException usage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
