package io.understudy.agent.snapshot.survey;

import java.io.FilePermission;
import java.math.BigInteger;
import java.net.PasswordAuthentication;
import java.net.SocketPermission;
import java.net.URLPermission;
import java.security.KeyPair;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.PropertyPermission;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keys, parameters of ciphers, and permissions. */
final class SecuritySamples extends SampleGroup {
  @Override
  void fill() {
    put("SecretKeySpec", () -> secret(1), () -> secret(2));
    put("KeyPair", () -> new KeyPair(null, null), () -> new KeyPair(Keys.RSA.getPublic(), null));
    put("public key", () -> Keys.RSA.getPublic(), () -> Keys.OTHER.getPublic());
    put("private key", () -> Keys.RSA.getPrivate(), () -> Keys.OTHER.getPrivate());
    put("PKCS8EncodedKeySpec", () -> pkcs8(1), () -> pkcs8(2));
    put("X509EncodedKeySpec", () -> x509(1), () -> x509(2));
    put(
        "PBEKeySpec",
        () -> new PBEKeySpec(new char[] {'a'}),
        () -> new PBEKeySpec(new char[] {'b'}));
    put(
        "PBEParameterSpec",
        () -> new PBEParameterSpec(new byte[] {1}, 5),
        () -> new PBEParameterSpec(new byte[] {1}, 6));
    put(
        "PasswordAuthentication",
        () -> new PasswordAuthentication("u", new char[] {'a'}),
        () -> new PasswordAuthentication("u", new char[] {'b'}));
    put("IvParameterSpec", () -> iv(1), () -> iv(2));
    put("ECPoint", () -> point(1), () -> point(2));
    put(
        "ECFieldFp",
        () -> new ECFieldFp(BigInteger.valueOf(5)),
        () -> new ECFieldFp(BigInteger.valueOf(7)));
    put(
        "ECGenParameterSpec",
        () -> new ECGenParameterSpec("secp256r1"),
        () -> new ECGenParameterSpec("secp384r1"));
    put("MGF1ParameterSpec", () -> MGF1ParameterSpec.SHA1, () -> MGF1ParameterSpec.SHA256);
    put(
        "RSAKeyGenParameterSpec",
        () -> new RSAKeyGenParameterSpec(1024, BigInteger.TEN),
        () -> new RSAKeyGenParameterSpec(2048, BigInteger.TEN));
    put(
        "RSAPublicKeySpec",
        () -> new RSAPublicKeySpec(BigInteger.TEN, BigInteger.ONE),
        () -> new RSAPublicKeySpec(BigInteger.TEN, BigInteger.TEN));
    put(
        "FilePermission",
        () -> new FilePermission("a", "read"),
        () -> new FilePermission("a", "write"));
    put(
        "SocketPermission",
        () -> new SocketPermission("example.invalid", "connect"),
        () -> new SocketPermission("example.invalid", "resolve"));
    put(
        "PropertyPermission",
        () -> new PropertyPermission("a", "read"),
        () -> new PropertyPermission("b", "read"));
    put(
        "URLPermission",
        () -> new URLPermission("http://a/b"),
        () -> new URLPermission("http://a/c"));
  }

  private static Object secret(int first) {
    return new SecretKeySpec(new byte[] {(byte) first, 2}, "AES");
  }

  private static Object pkcs8(int first) {
    return new PKCS8EncodedKeySpec(new byte[] {(byte) first});
  }

  private static Object x509(int first) {
    return new X509EncodedKeySpec(new byte[] {(byte) first});
  }

  private static Object iv(int first) {
    return new IvParameterSpec(new byte[] {(byte) first});
  }

  private static Object point(int x) {
    return new ECPoint(BigInteger.valueOf(x), BigInteger.ONE);
  }

  /** Made once, because making keys takes long. */
  private static final class Keys {
    static final KeyPair RSA = generate();
    static final KeyPair OTHER = generate();

    private static KeyPair generate() {
      try {
        java.security.KeyPairGenerator generator =
            java.security.KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        return generator.generateKeyPair();
      } catch (java.security.NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
