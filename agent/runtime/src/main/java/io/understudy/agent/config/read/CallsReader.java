package io.understudy.agent.config.read;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.ForeignClasses;
import io.understudy.agent.config.InstanceKind;
import io.understudy.agent.config.MappingConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.config.OrderConfig;
import io.understudy.agent.config.ReplayConfig;
import io.understudy.agent.config.SourcePosition;
import io.understudy.agent.config.TypeConfig;
import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.agent.config.yaml.KeyPath;
import io.understudy.agent.config.yaml.YamlNode;
import io.understudy.compare.accept.Acceptances;
import io.understudy.value.Bounds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the call points, and refuses two with the same name or control. Not thread-safe. */
final class CallsReader {
  private static final ValueKind<String> NAME =
      ValueKinds.text(
          "1 to 100 letters, digits and any of . _ - # $ : /", "[\\p{L}\\p{N}._#$:/-]{1,100}");

  /** The limit of what all call points inherit together. */
  private static final long MOST_INHERITED = 1_000_000;

  private final Section root;
  private final ConfigProblems problems;
  private final ReplayConfig replay;
  private final Bounds snapshot;
  private final double noise;
  private final List<String> packages;
  private final Set<String> immutable;
  private final Set<String> unanswered;
  private final @Nullable CompareReader defaults;
  private final LocalDate today;
  private final List<TypeConfig> types;
  private final Path base;
  private @Nullable CompareReader onlyDefaults;
  private @Nullable CompareReader noRules;
  private final Map<String, SourcePosition> names = new HashMap<>();
  private final ControlNames controls = new ControlNames();

  /**
   * Creates a reader of {@code calls:} under {@code root}. The call points inherit the other values
   * where they set none.
   *
   * @param defaults the rules of comparison for all call points; null for none
   * @param types how classes are read
   * @param today the day in UTC that decides which acceptances have expired
   * @param base the directory of the configuration, from which relative paths start
   */
  CallsReader(
      Section root,
      ConfigProblems problems,
      ReplayConfig replay,
      Bounds snapshot,
      double noise,
      List<String> packages,
      Set<String> immutable,
      Set<String> unanswered,
      @Nullable CompareReader defaults,
      List<TypeConfig> types,
      LocalDate today,
      Path base) {
    this.types = types;
    this.root = root;
    this.problems = problems;
    this.replay = replay;
    this.snapshot = snapshot;
    this.noise = noise;
    this.packages = packages;
    this.immutable = immutable;
    this.unanswered = unanswered;
    this.defaults = defaults;
    this.today = today;
    this.base = base;
  }

  List<CallConfig> read() {
    List<CallConfig> calls = new ArrayList<>();
    List<YamlNode> items = root.items("calls", "a list of call points, each beginning with \"- \"");
    long inherited =
        packages.size()
            + immutable.size()
            + unanswered.size()
            + (defaults == null ? 0 : defaults.ruleConfigs().size());
    if (items.size() * inherited > MOST_INHERITED) {
      root.refuse(
          root.where(),
          "calls",
          items.size()
              + " call points inherit "
              + inherited
              + " rules, packages and classes each; at most "
              + MOST_INHERITED
              + " together are supported: state them at the call points that need them");
      return calls;
    }
    for (int i = 0; i < items.size(); i++) {
      String key = KeyPath.item("calls", i);
      if (!(items.get(i) instanceof YamlNode.Mapping)) {
        problems.add(
            items.get(i).where(),
            key,
            "expected a call point with control: and candidate:, found " + items.get(i).describe());
        continue;
      }
      CallConfig call = readCall(new Section((YamlNode.Mapping) items.get(i), key, problems));
      if (call != null) {
        calls.add(call);
      }
    }
    YamlNode listed = root.take("calls");
    if (listed == null) {
      root.refuse(
          root.where(),
          "calls",
          "is missing; list at least one call point with control: and candidate:");
    } else if (listed instanceof YamlNode.Sequence && items.isEmpty()) {
      problems.add(listed.where(), "calls", "is empty; list at least one call point");
    }
    return calls;
  }

  private @Nullable CallConfig readCall(Section section) {
    String givenName = section.optional("name", NAME);
    MethodRef control = readMethod(section, "control", "the legacy method");
    CandidateReader candidates = new CandidateReader(base, types);
    candidates.read(section, problems);
    MethodRef candidate = candidates.method();
    MethodRef factory = section.optional("factory", ValueKinds.method());
    MappingConfig mapping = new MappingReader(section, problems).read();
    refuseForeign(section, "candidate", candidate);
    refuseForeign(section, "factory", factory);
    refuseForeign(section, "adapter", mapping.adapter());
    List<String> callPackages = PackagesReader.read(section, problems, packages);
    Set<String> immutableClasses = ImmutableReader.read(section, problems, immutable);
    Set<String> unansweredClasses = UnansweredReader.read(section, problems, unanswered);
    double sample = section.value("sample", 1.0, UnitValueKinds.share());
    Duration timeout =
        section.value("timeout", replay.timeout(), UnitValueKinds.duration("1ms", "1h"));
    Duration completion =
        section.value("completion", replay.completion(), UnitValueKinds.duration("1ms", "1h"));
    Bounds bounds = ConfigReader.bounds(section.section("snapshot"), snapshot);
    OrderConfig order = OrderReader.read(section, problems, sample);
    boolean idempotent = section.value("idempotent", false, ValueKinds.flag());
    double repeatShare = readNoise(section, idempotent);
    Acceptances acceptances = new AcceptReader(section, problems, today).read();
    boolean takesDefaults = section.value("compare-defaults", true, ValueKinds.flag());
    CompareReader compare = readCompare(section, takesDefaults);
    section.refuseUnknownKeys();
    if (factory != null && candidates.instance() != null) {
      refuse(section, "factory", "cannot be used with instance:; remove one of the two");
    }
    if (factory != null
        && factory.parameterTypes() != null
        && !factory.parameterTypes().isEmpty()) {
      refuse(
          section,
          "factory",
          "a factory takes no parameters; write " + qualifiedName(factory) + "()");
    }
    if (control == null) {
      return null;
    }
    String name = givenName == null ? defaultName(control) : givenName;
    refuseDuplicates(section, name, control);
    // Elsewhere the class of this name is another class.
    if (!candidates.isElsewhere()
        && (control.equals(candidate) && !isChosen(candidates)
            || (factory == null
                && !isChosen(candidates)
                && callPackages.isEmpty()
                && isSameMethod(control, candidate)))) {
      refuse(section, "candidate", "is the control itself; name the method that replaces it");
    }
    if (candidates.isHttp()) {
      refuseForHttp(section, compare);
    }
    if (candidates.isRemote()) {
      refuseForHost(section);
    }
    if (candidate == null) {
      return null;
    }
    return CallConfig.builder(name, control, candidate)
        .factory(factory)
        .isolation(candidates.isolation())
        .instance(candidates.instance(), candidates.bean())
        .host(candidates.host())
        .http(candidates.http())
        .packages(callPackages)
        .immutable(immutableClasses)
        .unanswered(unansweredClasses)
        .sample(sample)
        .timeout(timeout)
        .completion(completion)
        .bounds(bounds)
        .idempotent(idempotent)
        .noise(repeatShare)
        .order(order)
        .rules(compare.rules(), compare.ruleConfigs())
        .argumentsStated(candidates.isHttp() || compare.argumentsStated())
        .acceptances(acceptances)
        .mapping(mapping)
        .build();
  }

  /** Refuses mappings of arguments: the host makes the candidate's arguments by itself. */
  private static void refuseForHost(Section section) {
    for (String key : new String[] {"arguments", "types", "drop", "adapter"}) {
      if (section.take(key) != null) {
        refuse(
            section,
            key,
            "has no effect on a candidate with host:, which gets all arguments in their order;"
                + " remove it");
      }
    }
  }

  /** Refuses what belongs to candidates that are classes. */
  private static void refuseForHttp(Section section, CompareReader compare) {
    for (String key : new String[] {"factory", "arguments", "types", "adapter"}) {
      if (section.take(key) != null) {
        refuse(
            section,
            key,
            "belongs to a candidate that is a class; say under http: which parts the request has");
      }
    }
    if (compare.rules().arguments()) {
      refuse(
          section,
          "compare",
          "arguments: true has no meaning for a candidate behind HTTP, which cannot change them");
    }
  }

  /** Reads the rules; call points without rules of their own share one object. */
  private CompareReader readCompare(Section section, boolean takesDefaults) {
    if (section.take("compare") != null) {
      return new CompareReader(
          section.section("compare"), problems, takesDefaults ? defaults : null);
    }
    CompareReader shared = takesDefaults ? onlyDefaults : noRules;
    if (shared == null) {
      shared =
          new CompareReader(section.section("compare"), problems, takesDefaults ? defaults : null);
      if (takesDefaults) {
        onlyDefaults = shared;
      } else {
        noRules = shared;
      }
    }
    return shared;
  }

  private double readNoise(Section section, boolean idempotent) {
    YamlNode given = section.take("noise");
    double repeatShare = ConfigReader.noise(section.section("noise"), noise);
    if (given != null && repeatShare > 0 && !idempotent) {
      problems.warn(
          given.where(),
          section.path("noise"),
          "has no effect: a control is called twice only if the call point sets idempotent: true");
    }
    return repeatShare;
  }

  private static @Nullable MethodRef readMethod(Section section, String name, String what) {
    if (section.take(name) == null) {
      section.refuse(
          section.where(), name, "is missing; name " + what + ", as in com.acme.Pricing#quote");
      return null;
    }
    return section.optional(name, ValueKinds.method());
  }

  private static void refuseForeign(Section section, String name, @Nullable MethodRef method) {
    String why = method == null ? null : ForeignClasses.refusal(method.className());
    if (why != null) {
      refuse(
          section,
          name,
          why + ", which is never called as a candidate; name a class of the new implementation");
    }
  }

  private void refuseDuplicates(Section section, String name, MethodRef control) {
    SourcePosition first = names.putIfAbsent(name, section.where());
    if (first != null) {
      section.refuse(
          "the name \""
              + name
              + "\" is taken by the call point at "
              + first
              + "; give each a name: of its own");
    }
    String other = controls.add(control, name);
    if (other != null) {
      refuse(
          section,
          "control",
          "is the control of \"" + other + "\" too; a method has one call point");
    }
  }

  /**
   * Whether the application chooses the object, which may override the control's method; an object
   * that does not is refused at run time.
   */
  private static boolean isChosen(CandidateReader candidate) {
    InstanceKind kind = candidate.instance();
    return kind == InstanceKind.SPRING
        || kind == InstanceKind.SERVICES
        || kind == InstanceKind.REGISTERED;
  }

  /** Whether Java chooses the control itself for the candidate's name. */
  private static boolean isSameMethod(MethodRef control, @Nullable MethodRef candidate) {
    return candidate != null
        && candidate.parameterTypes() == null
        && candidate.className().equals(control.className())
        && candidate.methodName().equals(control.methodName());
  }

  private static void refuse(Section section, String name, String text) {
    YamlNode value = section.take(name);
    section.refuse(value == null ? section.where() : value.where(), name, text);
  }

  private static String qualifiedName(MethodRef method) {
    return method.className() + "#" + method.methodName();
  }

  /** Returns {@code PricingService#quote} for {@code com.acme.legacy.PricingService#quote(int)}. */
  static String defaultName(MethodRef control) {
    String className = control.className();
    return className.substring(className.lastIndexOf('.') + 1) + "#" + control.methodName();
  }
}
