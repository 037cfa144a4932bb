package io.understudy.tool.check;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import io.understudy.agent.config.ConfigProblem;
import io.understudy.agent.config.HostConfig;
import io.understudy.agent.config.HttpConfig;
import io.understudy.agent.config.IsolationConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.config.read.ConfigLoader;
import io.understudy.compare.accept.Acceptance;
import io.understudy.tool.classpath.ClassPath;
import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.classpath.UnreadableClassException;
import io.understudy.tool.type.MethodSignature;
import io.understudy.tool.type.TypeLookup;
import io.understudy.tool.type.TypePartsFinder;
import io.understudy.value.CountText;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/** Checks a configuration, then each call point against the class path, and prints the result. */
public final class ConfigCheck {
  private final PrintStream out;
  private final PrintStream err;

  /** Prints the result to {@code out}, and the errors in the file to {@code err}. */
  public ConfigCheck(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Checks a configuration.
   *
   * @param configuration the file with its overrides, as in the agent argument
   * @param classPath the class path of the application; null to check only the configuration
   * @return whether everything fits
   */
  public boolean run(String configuration, @Nullable String classPath) {
    return run(configuration, classPath, JvmRelease.ofThisJvm());
  }

  /**
   * Checks a configuration for another JVM.
   *
   * @param java the release of the JVM that will run the application
   * @return whether everything fits
   */
  public boolean run(String configuration, @Nullable String classPath, int java) {
    Config config;
    try {
      config = ConfigLoader.load(configuration);
    } catch (ConfigException e) {
      for (ConfigProblem problem : e.problems()) {
        err.println(problem);
      }
      int count = e.problems().size();
      err.println(CountText.of(count, "problem"));
      return false;
    }
    int calls = config.calls().size();
    out.println(configuration + ": " + points(calls) + ", configuration hash " + config.hash());
    config.warnings().forEach(warning -> out.println("warning: " + warning));
    if (classPath == null) {
      out.println("The methods were not checked: give --classpath to check them.");
      return true;
    }
    try (ClassPathFiles files = new ClassPathFiles(ClassPath.of(classPath))) {
      return check(config, files, new PlacementCheck(files, java));
    } catch (IOException e) {
      err.println("understudy: the class path cannot be closed: " + e.getMessage());
      return false;
    }
  }

  private boolean check(Config config, ClassPathFiles files, PlacementCheck placement) {
    files.warnings().forEach(warning -> out.println("warning: " + warning));
    placement.libraries().forEach(warning -> out.println("warning: " + warning));
    boolean viewsFit = checkViews(config, files);
    Set<String> viewedClasses = new HashSet<>(config.views().classNames());
    DefaultRuleCheck defaults = new DefaultRuleCheck(config.defaultRules());
    int fitting = 0;
    for (CallConfig call : config.calls()) {
      Findings findings = check(call, files, viewedClasses, defaults, placement);
      out.println();
      out.println((findings.fits() ? "fits          " : "DOES NOT FIT  ") + call.name());
      findings.lines().forEach(line -> out.println("  " + line));
      fitting += findings.fits() ? 1 : 0;
    }
    Findings ofDefaults = new Findings();
    defaults.report(ofDefaults);
    print("compare", ofDefaults);
    int calls = config.calls().size();
    out.println();
    out.println(fitting + " of " + points(calls) + (calls == 1 ? " fits." : " fit."));
    return fitting == calls && viewsFit;
  }

  /** Checks the classes under {@code types:} and {@code immutable:}; returns whether they fit. */
  private boolean checkViews(Config config, ClassPathFiles files) {
    Findings findings = new Findings();
    try {
      ViewsCheck views = new ViewsCheck(files, new TypeLookup(files), findings);
      views.check(config.types());
      Set<String> immutable = new TreeSet<>();
      config.calls().forEach(call -> immutable.addAll(call.immutable()));
      views.checkImmutable(immutable);
    } catch (UnreadableClassException e) {
      findings.error(String.valueOf(e.getMessage()));
    }
    print("types", findings);
    return findings.fits();
  }

  /** Prints the findings of a key that is not a call point, if there are any. */
  private void print(String key, Findings findings) {
    if (!findings.lines().isEmpty()) {
      out.println();
      out.println((findings.fits() ? "fits          " : "DOES NOT FIT  ") + key);
      findings.lines().forEach(line -> out.println("  " + line));
    }
  }

  private static Findings check(
      CallConfig call,
      ClassPathFiles files,
      Set<String> viewedClasses,
      DefaultRuleCheck defaults,
      PlacementCheck placement) {
    Findings findings = new Findings();
    TypeLookup types = new TypeLookup(files);
    TypePartsFinder parts = new TypePartsFinder(new TypeLookup(files), viewedClasses);
    ControlCheck controls = new ControlCheck(files, types, parts, findings);
    MethodSignature control = null;
    MethodSignature candidate = null;
    boolean arguments = call.rules().arguments();
    try {
      control = controls.find(call.control(), call.packages());
      HostConfig host = call.host();
      HttpConfig http = call.http();
      IsolationConfig isolation = call.isolation();
      if (http != null || host != null || isolation != null) {
        placement.checkControl(call, findings);
      }
      if (http != null) {
        if (control != null) {
          new HttpCheck(parts, findings).check(http, control);
        }
      } else if (host != null) {
        new RemoteCandidateCheck(findings).check(call, host, control);
      } else if (isolation != null) {
        new IsolationCheck(files, viewedClasses, placement, findings)
            .check(call, isolation, control);
      } else {
        candidate = new CandidateCheck(files, types, parts, findings).find(call, control);
        placement.check(call, control, candidate, findings);
      }
      arguments = new ArgumentsCheck(new TypeLookup(files)).areCompared(call, control);
      if (control != null) {
        new OrderCheck(parts, findings).check(call.order(), control);
        ClassCheck classes = new ClassCheck(files, types, findings);
        new RuleCheck(call, control, candidate, arguments, parts, classes, defaults, findings)
            .check();
      }
    } catch (TypePool.Resolution.NoSuchTypeException e) {
      findings.error(
          e.getName() + " is not on the class path, so the call point cannot be" + " checked");
    } catch (UnreadableClassException e) {
      findings.error(String.valueOf(e.getMessage()));
    }
    findings.fact("control", String.valueOf(control == null ? call.control() : control));
    findings.fact(
        "candidate", candidate == null ? call.candidateText() : String.valueOf(candidate));
    if (call.isolation() != null) {
      findings.fact("", String.valueOf(call.isolation()));
    }
    MethodRef factory = call.factory();
    if (factory != null) {
      findings.fact("factory", factory.toString());
    }
    String word = "woven";
    for (String line : controls.woven()) {
      findings.fact(word, line);
      word = "";
    }
    if (!call.order().isAny()) {
      findings.fact("order", call.order().toString());
    }
    word = "compare";
    for (String rule : call.ruleLines(arguments)) {
      findings.fact(word, rule);
      word = "";
    }
    word = "accept";
    for (Acceptance acceptance : call.acceptances().list()) {
      findings.fact(word, acceptance.toString());
      word = "";
    }
    for (String name : types.unknown()) {
      findings.warning(name + " is not on the class path; what depends on it was not checked");
    }
    return findings;
  }

  private static String points(int count) {
    return count == 1 ? "1 call point" : count + " call points";
  }
}
