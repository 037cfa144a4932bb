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
 * Checks a candidate with a class path of its own: its method against that class path, and that
 * both sides have the same classes of arguments.
 */
final class IsolationCheck {
  private final ClassPathFiles application;
  private final Set<String> viewedClasses;
  private final Findings findings;

  IsolationCheck(ClassPathFiles application, Set<String> viewedClasses, Findings findings) {
    this.application = application;
    this.viewedClasses = viewedClasses;
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
      TypeLookup types = new TypeLookup(files);
      TypePartsFinder parts = new TypePartsFinder(new TypeLookup(files), viewedClasses);
      MethodSignature candidate =
          new CandidateCheck(files, types, parts, findings).find(call, control);
      if (candidate != null && control != null) {
        checkArguments(control, candidate, isolation, files);
      }
    } catch (IOException e) {
      findings.error("the candidate's classpath: cannot be closed: " + e.getMessage());
    }
  }

  private void checkArguments(
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
        findings.error(
            "parameter "
                + (i + 1)
                + ": "
                + type
                + " of the application is not the class of this name on the candidate's classpath:"
                + (dot < 0
                    ? "; give it a package, so that it can be shared"
                    : "; write shared: [" + type.substring(0, dot) + "]"));
      }
    }
  }
}
