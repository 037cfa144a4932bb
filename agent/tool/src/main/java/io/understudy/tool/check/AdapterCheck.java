package io.understudy.tool.check;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.type.MethodSignature;
import io.understudy.tool.type.TypeLookup;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the adapter of a call point, or reports why it cannot be used. */
final class AdapterCheck {
  private final ClassPathFiles files;
  private final TypeLookup types;
  private final Findings findings;

  AdapterCheck(ClassPathFiles files, TypeLookup types, Findings findings) {
    this.files = files;
    this.types = types;
    this.findings = findings;
  }

  /** Returns the method; null if none is configured, or an error was reported. */
  @Nullable MethodSignature find(CallConfig call) {
    MethodRef ref = call.mapping().adapter();
    if (ref == null || new ClassSearch(files, types, findings).find(ref.className()) == null) {
      return null;
    }
    List<MethodSignature> found =
        types.methods(ref.className(), ref.methodName()).stream()
            .filter(m -> ref.parameterTypes() == null || ref.takes(m.parameters()))
            .collect(Collectors.toList());
    if (found.isEmpty()) {
      findings.error("there is no adapter " + ref);
      return null;
    }
    if (found.size() > 1) {
      findings.error(ref.methodName() + ControlCheck.overloads(found));
      return null;
    }
    if (!found.get(0).isStatic()) {
      findings.error("the adapter " + ref + " is not static");
      return null;
    }
    findings.fact("adapter", found.get(0).toString());
    return found.get(0);
  }
}
