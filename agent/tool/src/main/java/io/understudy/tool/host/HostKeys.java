package io.understudy.tool.host;

import io.understudy.agent.remote.HostSocket;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The key and certificate with which a host proves its name. Stateless. */
public final class HostKeys {
  private HostKeys() {}

  /**
   * Reads a key store.
   *
   * @param store in PKCS #12
   * @param passwordFile its text is the password of the store and its key
   * @throws IOException when a file cannot be read, or the password is wrong
   * @throws GeneralSecurityException when the store holds no usable key
   */
  public static SSLContext context(Path store, Path passwordFile)
      throws IOException, GeneralSecurityException {
    char[] password = HostSocket.token(passwordFile).toCharArray();
    KeyStore keyStore = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keyStore.load(in, password);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(keyStore, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
