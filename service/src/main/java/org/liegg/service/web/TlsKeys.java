package org.liegg.service.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liegg.service.base.ServiceException;
import org.liegg.service.settings.Network.Tls;

/** A certificate and its key from files, as Jetty takes them. */
final class TlsKeys {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519");
  static final String PASSWORD = "liegg";

  private TlsKeys() {}

  /**
   * Reads both.
   *
   * @throws ServiceException {@code LIEGG-SERVICE-TLS} if one cannot be read, or they do not belong
   *     together
   */
  static KeyStore read(Tls files) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "service", key(files.key()), PASSWORD.toCharArray(), certificates(files.certificate()));
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw wrong("files " + files.certificate() + ", " + files.key(), e.toString());
    }
  }

  private static Certificate[] certificates(Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      Certificate[] chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(in)
              .toArray(new Certificate[0]);
      if (chain.length == 0) {
        throw wrong("file " + file, "it holds no certificate");
      }
      return chain;
    }
  }

  private static PrivateKey key(Path file) throws IOException {
    Matcher found = KEY.matcher(Files.readString(file));
    if (!found.find()) {
      throw wrong("file " + file, "it holds no key in PKCS #8 that is not encrypted");
    }
    byte[] bytes = Base64.getMimeDecoder().decode(found.group(1));
    return ALGORITHMS.stream()
        .flatMap(algorithm -> key(algorithm, bytes).stream())
        .findFirst()
        .orElseThrow(
            () -> wrong("file " + file, "its key is none of " + String.join(", ", ALGORITHMS)));
  }

  private static Optional<PrivateKey> key(String algorithm, byte[] bytes) {
    try {
      KeyFactory factory = KeyFactory.getInstance(algorithm);
      return Optional.of(factory.generatePrivate(new PKCS8EncodedKeySpec(bytes)));
    } catch (GeneralSecurityException e) {
      // It is of another kind.
      return Optional.empty();
    }
  }

  private static ServiceException wrong(String subject, String found) {
    return new ServiceException(
        500,
        "LIEGG-SERVICE-TLS",
        subject,
        found,
        "give a chain of certificates and its key in PEM with --tls-certificate and --tls-key");
  }
}
