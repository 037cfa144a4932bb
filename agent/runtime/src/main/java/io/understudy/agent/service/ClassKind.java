package io.understudy.agent.service;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import net.bytebuddy.jar.asm.Opcodes;

/** The purpose of a class. Only methods of classes of the kind {@link #LOGIC} are proposed. */
public enum ClassKind {
  ANNOTATION("annotation", "annotations"),
  LOCAL("anonymous or local class", "anonymous and local classes"),
  GENERATED("generated class", "generated classes"),
  TEST("test or mock", "tests and mocks"),
  ENUM("enum", "enums"),
  RECORD("record", "records"),
  EXCEPTION("exception", "exceptions"),
  DATA("data class", "data classes"),
  SETUP("configuration class", "configuration classes"),
  /** None of the other kinds; its methods may be proposed. */
  LOGIC("with logic", "with logic");

  private static final Pattern GENERATED_NAME =
      Pattern.compile(
          ".*(\\$\\$|\\$Proxy|_Stub|_Skel|_Tie|_jsp|\\$DefaultImpls|\\$WhenMappings|\\$serializer"
              + "|_Impl_|__).*|.*_");
  private static final Set<String> GENERATED_BY =
      words("Generated StaticMetamodel GeneratedValue ProtoGenerated");
  private static final Set<String> GENERATED_FROM =
      words(
          "com.google.protobuf.GeneratedMessage com.google.protobuf.GeneratedMessageV3"
              + " com.google.protobuf.GeneratedMessageLite"
              + " com.querydsl.core.types.dsl.EntityPathBase"
              + " org.apache.avro.specific.SpecificRecordBase");

  private static final Pattern TEST_NAME =
      Pattern.compile(".*(Test|Tests|TestCase|IT|Spec|Mock|Fake)|(Test|Mock|Fake)[A-Z].*");
  private static final Set<String> TEST_METHOD =
      words("Test ParameterizedTest RepeatedTest Property BeforeEach BeforeClass BeforeAll");

  private static final Set<String> DATA_ANNOTATION =
      words(
          "Entity Embeddable MappedSuperclass Table Document XmlRootElement XmlType"
              + " XmlAccessorType JsonInclude JsonIgnoreProperties JsonTypeName Data");
  private static final Pattern DATA_NAME =
      Pattern.compile(".*(Dto|DTO|VO|TO|Entity|Builder|Event|Properties|Constants|Literals)");

  private static final Set<String> SETUP_ANNOTATION =
      words("Configuration SpringBootApplication AutoConfiguration ConfigurationProperties");

  private final String singular;
  private final String plural;

  ClassKind(String singular, String plural) {
    this.singular = singular;
    this.plural = plural;
  }

  /** The name of one class of this kind, for example {@code enum}. */
  public String singular() {
    return singular;
  }

  /** The name of several classes of this kind, for example {@code enums}. */
  public String plural() {
    return plural;
  }

  /**
   * Returns the first kind that applies to the class.
   *
   * @param closure the names of the class and its supertypes, as far as they are known
   */
  public static ClassKind of(ClassOutline type, Set<String> closure) {
    if (type.is(Opcodes.ACC_ANNOTATION)) {
      return ANNOTATION;
    } else if (type.local || type.is(Opcodes.ACC_SYNTHETIC)) {
      return LOCAL;
    } else if (isGenerated(type, closure)) {
      return GENERATED;
    } else if (isTest(type, closure)) {
      return TEST;
    } else if (type.is(Opcodes.ACC_ENUM)) {
      return ENUM;
    } else if ("java.lang.Record".equals(type.superName)) {
      return RECORD;
    } else if (closure.contains("java.lang.Throwable")
        || ClassOutline.simple(String.valueOf(type.superName)).endsWith("Exception")) {
      return EXCEPTION;
    } else if (share(type.annotations, SETUP_ANNOTATION)) {
      return SETUP;
    }
    return isData(type) ? DATA : LOGIC;
  }

  private static boolean isGenerated(ClassOutline type, Set<String> closure) {
    // With its enclosing classes: Tariffs$DefaultImpls.
    String withOuter = type.name.substring(type.name.lastIndexOf('.') + 1);
    return GENERATED_NAME.matcher(withOuter).matches()
        || type.name.contains("$$")
        || share(type.annotations, GENERATED_BY)
        || share(closure, GENERATED_FROM);
  }

  private static boolean isTest(ClassOutline type, Set<String> closure) {
    return TEST_NAME.matcher(type.simpleName()).matches()
        || closure.contains("junit.framework.TestCase")
        || type.methods.stream().anyMatch(method -> share(method.annotations, TEST_METHOD));
  }

  /** Whether most of its methods read or write its fields. */
  private static boolean isData(ClassOutline type) {
    if (ServiceHints.isAnnotated(type) || ServiceHints.isNamed(type) || type.isInterface()) {
      return false;
    }
    if (share(type.annotations, DATA_ANNOTATION)
        || DATA_NAME.matcher(type.simpleName()).matches()) {
      return true;
    }
    Set<String> properties = new HashSet<>();
    int others = 0;
    for (MethodOutline method : type.methods) {
      boolean counts = method.isWritten() && !method.is(Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE);
      if (counts && MethodConventions.isProperty(method)) {
        properties.add(MethodConventions.property(method));
      } else if (counts && !MethodConventions.isOfEveryObject(method)) {
        others++;
      }
    }
    return !properties.isEmpty()
        && properties.size() >= others
        && 2 * properties.size() >= type.fields;
  }

  private static boolean share(Set<String> some, Set<String> others) {
    return others.stream().anyMatch(some::contains);
  }

  private static Set<String> words(String text) {
    return new HashSet<>(Arrays.asList(text.split(" ")));
  }
}
