package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.Kind;
import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Shape;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans of other classes of the JDK that applications use as values. They are known by name, since
 * not every JVM has their modules, and loading them may load native libraries. Stateless.
 */
final class JdkValuePlans {
  /** Classes and interfaces of the JDK whose objects never change. */
  private static final Set<String> SHARED =
      setOf(
          "java.awt.GradientPaint",
          "java.net.PasswordAuthentication",
          "java.security.CodeSource",
          "java.security.Key",
          "java.security.Permission",
          "java.security.Principal",
          "java.security.cert.Certificate",
          "java.text.AttributedCharacterIterator$Attribute",
          "java.util.Base64$Decoder",
          "java.util.Base64$Encoder",
          "java.util.jar.Attributes$Name",
          "java.util.logging.Level",
          "java.util.regex.MatchResult",
          "javax.print.attribute.EnumSyntax");

  /** Classes whose public {@code clone} copies everything that can change. */
  private static final Set<String> CLONED =
      setOf(
          "java.awt.geom.AffineTransform",
          "java.awt.geom.Dimension2D",
          "java.awt.geom.Line2D",
          "java.awt.geom.Path2D",
          "java.awt.geom.Point2D",
          "java.awt.geom.RectangularShape",
          "java.awt.Insets",
          "java.net.HttpCookie",
          "java.util.zip.ZipEntry",
          "javax.naming.CompositeName",
          "javax.naming.CompoundName",
          "javax.naming.ldap.LdapName",
          "javax.sql.rowset.serial.SerialBlob",
          "javax.sql.rowset.serial.SerialClob");

  /** Classes that are no values, but whose state is in their fields alone. */
  private static final Set<String> FIELDS =
      setOf(
          "java.awt.Polygon",
          "java.beans.PropertyChangeEvent",
          "java.sql.DriverPropertyInfo",
          "java.util.EventObject",
          "java.util.Observable",
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.SplittableRandom$AbstractSplittableGeneratorProxy",
          "java.util.StringJoiner",
          "java.util.StringTokenizer",
          "java.util.concurrent.atomic.AtomicMarkableReference$Pair",
          "java.util.concurrent.atomic.AtomicStampedReference$Pair",
          "java.util.concurrent.atomic.DoubleAccumulator",
          "java.util.concurrent.atomic.LongAccumulator",
          "java.util.concurrent.atomic.Striped64$Cell",
          "java.util.jar.Manifest",
          "java.util.logging.LogRecord",
          "java.util.regex.IntHashSet",
          "java.util.regex.Matcher",
          "java.util.zip.Adler32",
          "java.util.zip.CRC32",
          "java.util.zip.CRC32C",
          "javax.crypto.spec.PBEKeySpec",
          "javax.naming.directory.BasicAttribute",
          "javax.naming.directory.BasicAttributes");

  private JdkValuePlans() {}

  private static Set<String> setOf(String... names) {
    return Collections.unmodifiableSet(new HashSet<>(Arrays.asList(names)));
  }

  /**
   * Returns the plan of such a class of the JDK; null for other classes.
   *
   * @param shape the shape of its instances
   */
  static @Nullable Plan of(Class<?> type, Shape shape, PlanSource plans) throws Uncapturable {
    String name = type.getName();
    if (name.equals("java.util.Locale$Builder")) {
      return new FunctionPlan(JdkValuePlans::copyOfBuilder);
    }
    if (MemberPlan.isMember(type)) {
      return new MemberPlan();
    }
    if (ListenerSupportPlan.isSupport(type)) {
      return new ListenerSupportPlan(type, plans);
    }
    // A matcher is a match result too, but it changes.
    if (FIELDS.contains(name)) {
      return new FieldsPlan(type, plans);
    }
    if (isAmong(type, SHARED)) {
      return Plan.REFERENCE;
    }
    if (isAmong(type, CLONED)) {
      return ClonePlan.of(type);
    }
    return shape.kind() == Kind.OPAQUE || shape.isByMethods() || !isPublicPackage(name)
        ? null
        : new FieldsPlan(type, plans);
  }

  /** Whether objects of a class are copied field by field or shared, whatever their shape is. */
  static boolean isKnown(Class<?> type) {
    return FIELDS.contains(type.getName()) || MemberPlan.isMember(type) || isAmong(type, SHARED);
  }

  // Other packages hold implementations, whose objects may own more than a value.
  private static boolean isPublicPackage(String name) {
    return name.startsWith("java.") || name.startsWith("javax.");
  }

  private static boolean isAmong(Class<?> type, Set<String> names) {
    return !Collections.disjoint(Origin.typeNames(type), names);
  }

  private static Object copyOfBuilder(Object live) {
    return new Locale.Builder().setLocale(((Locale.Builder) live).build());
  }
}
