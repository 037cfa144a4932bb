package io.understudy.tool.check;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.IsolationConfig;
import io.understudy.tool.classpath.ClassPath;
import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.classpath.SharedClasses;
import io.understudy.tool.type.MethodSignature;
import io.understudy.tool.type.TypeLookup;
import io.understudy.tool.type.TypePartsFinder;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a candidate with a class path of its own: its method against that class path. Says which
 * arguments are converted, since both sides have a class of their name.
 */
final class IsolationCheck {
  private final ClassPathFiles application;
  private final Set<String> viewedClasses;
  private final PlacementCheck placement;
  private final Findings findings;

  IsolationCheck(
      ClassPathFiles application,
      Set<String> viewedClasses,
      PlacementCheck placement,
      Findings findings) {
    this.application = application;
    this.viewedClasses = viewedClasses;
    this.placement = placement;
    this.findings = findings;
  }

  /**
   * Reports what does not fit.
   *
   * @param control null if it was not found
   */
  void check(CallConfig call, IsolationConfig isolation, @Nullable MethodSignature control) {
    SharedClasses shared = new SharedClasses(application, isolation);
    try (ClassPathFiles files = new ClassPathFiles(ClassPath.of(isolation.classPath()), shared)) {
      files.warnings().forEach(findings::warning);
      if (isolation.shares(call.candidate().className())) {
        findings.error(
            call.candidate().className()
                + " is in a package under shared:, so it would come from the application;"
                + " share only the classes of arguments");
        return;
      }
      placement.checkCandidate(call, files, findings);
      TypeLookup types = new TypeLookup(files);
      TypePartsFinder parts = new TypePartsFinder(new TypeLookup(files), viewedClasses);
      ControlSide side =
          new ControlSide(
              new TypeLookup(application),
              new TypePartsFinder(new TypeLookup(application), viewedClasses),
              name -> application.isOnPath(name) && !isolation.shares(name));
      MethodSignature candidate =
          new CandidateCheck(files, types, parts, findings, side).find(call, control);
      boolean isMapped = call.mapping().arguments() != null || call.mapping().adapter() != null;
      if (candidate != null && control != null && !isMapped) {
        reportConverted(control, candidate, isolation, files);
      }
    } catch (IOException e) {
      findings.error("the candidate's classpath: cannot be closed: " + e.getMessage());
    }
  }

  /** Says which parameters have classes that both sides have, each its own. */
  private void reportConverted(
      MethodSignature control,
      MethodSignature candidate,
      IsolationConfig isolation,
      ClassPathFiles files) {
    for (int i = 0; i < control.parameters().size(); i++) {
      String type = control.parameters().get(i).replace("[]", "");
      boolean isTwice =
          type.equals(candidate.parameters().get(i).replace("[]", ""))
              && application.isOnPath(type)
              && files.isOnPath(type);
      if (isTwice && !isolation.shares(type)) {
        int dot = type.lastIndexOf('.');
        findings.fact(
            "mapping",
            "parameter "
                + (i + 1)
                + ", "
                + type
                + ", is not the application's class of this name; to pass it as it is, "
                + (dot < 0
                    ? "give it a package, so that it can be shared"
                    : "write shared: [" + type.substring(0, dot) + "]"));
      }
    }
  }
}
