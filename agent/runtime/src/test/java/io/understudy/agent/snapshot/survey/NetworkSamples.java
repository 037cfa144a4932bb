package io.understudy.agent.snapshot.survey;

import java.io.File;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.nio.file.Paths;
import java.nio.file.attribute.PosixFilePermission;
import java.rmi.server.ObjID;
import javax.naming.CompositeName;
import javax.naming.Reference;
import javax.naming.StringRefAddr;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SNIHostName;
import javax.security.auth.x500.X500Principal;
import javax.sql.rowset.serial.SerialBlob;
import javax.sql.rowset.serial.SerialClob;
import javax.xml.namespace.QName;

/** Addresses, paths, names of directories and large objects of databases. */
final class NetworkSamples extends SampleGroup {
  @Override
  void fill() {
    put("File", () -> new File("a"), () -> new File("b"));
    put("Path", () -> Paths.get("a"), () -> Paths.get("b"));
    put("URI", () -> URI.create("a:b"), () -> URI.create("a:c"));
    put("URL", () -> new URL("http://a/"), () -> new URL("http://b/"));
    put("InetAddress", () -> address(1), () -> address(2));
    put(
        "InetSocketAddress",
        () -> new InetSocketAddress(address(1), 80),
        () -> new InetSocketAddress(address(1), 81));
    put("Proxy", () -> proxy(80), () -> proxy(81));
    put("HttpCookie", () -> new HttpCookie("a", "1"), () -> new HttpCookie("a", "2"));
    put(
        "PosixFilePermission",
        () -> PosixFilePermission.OWNER_READ,
        () -> PosixFilePermission.OWNER_WRITE);
    put("QName", () -> new QName("u", "a"), () -> new QName("v", "a"));
    put("ObjID", () -> new ObjID(5), () -> new ObjID(6));
    put("X500Principal", () -> new X500Principal("CN=a"), () -> new X500Principal("CN=b"));
    put("CompositeName", () -> new CompositeName("a/b"), () -> new CompositeName("a/c"));
    put("LdapName", () -> new LdapName("CN=a"), () -> new LdapName("CN=b"));
    put("Rdn", () -> new Rdn("CN=a"), () -> new Rdn("CN=b"));
    put("Reference", () -> new Reference("c", "f", "l"), () -> new Reference("c", "g", "l"));
    put("StringRefAddr", () -> new StringRefAddr("t", "a"), () -> new StringRefAddr("t", "b"));
    put("SNIHostName", () -> new SNIHostName("a"), () -> new SNIHostName("b"));
    put("SerialBlob", () -> new SerialBlob(new byte[] {1}), () -> new SerialBlob(new byte[] {2}));
    put("SerialClob", () -> clob("a"), () -> clob("b"));
  }

  private static Object clob(String text) throws Exception {
    return new SerialClob(text.toCharArray());
  }

  private static InetAddress address(int last) throws Exception {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
  }

  private static Proxy proxy(int port) throws Exception {
    return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(address(1), port));
  }
}
