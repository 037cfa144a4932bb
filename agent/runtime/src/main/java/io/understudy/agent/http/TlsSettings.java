package io.understudy.agent.http;

import io.understudy.agent.config.HttpOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.core5.http.nio.ssl.BasicClientTlsStrategy;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;

/** Which certificates a client trusts. The name in a certificate is always verified. Stateless. */
final class TlsSettings {
  private TlsSettings() {}

  static TlsStrategy strategy(HttpOrigin origin) throws HttpException {
    try {
      return new BasicClientTlsStrategy(
          context(origin), (endpoint, engine) -> requireName(engine), null);
    } catch (GeneralSecurityException | IOException failure) {
      throw new HttpException(
          "the certificates that are trusted for "
              + origin
              + " cannot be read: "
              + failure.getClass().getName());
    }
  }

  /** Lets the JDK compare the certificate's names with the server's. */
  private static void requireName(SSLEngine engine) {
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
  }

  private static SSLContext context(HttpOrigin origin)
      throws GeneralSecurityException, IOException {
    SSLContext context = SSLContext.getInstance("TLS");
    String trust = origin.trust();
    context.init(null, trust == null ? null : factory(trust).getTrustManagers(), null);
    return context;
  }

  private static TrustManagerFactory factory(String file)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream in = Files.newInputStream(Paths.get(file))) {
      int number = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("trusted-" + number++, each);
      }
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }
}
