package io.understudy.tool.check;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.read.ConfigLoader;
import io.understudy.tool.classpath.ClassPath;
import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.type.MethodSignature;
import io.understudy.tool.type.TypeLookup;
import io.understudy.tool.type.TypePartsFinder;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** The candidate that check chooses, for tests that compare it with replay. */
public final class CheckChoice {
  private CheckChoice() {}

  /** Returns the candidate that check chooses; null if none fits. */
  public static @Nullable String candidate(String control, String candidate) throws Exception {
    String yaml = "calls: [ { control: '" + control + "', candidate: '" + candidate + "' } ]";
    CallConfig call = ConfigLoader.parse("u.yaml", yaml).calls().get(0);
    try (ClassPathFiles files = new ClassPathFiles(ClassPath.of(CheckFixture.TEST_CLASSES))) {
      Findings findings = new Findings();
      TypeLookup types = new TypeLookup(files);
      TypePartsFinder parts = new TypePartsFinder(types, Collections.emptySet());
      MethodSignature woven =
          new ControlCheck(files, types, parts, findings).find(call.control(), call.packages());
      MethodSignature asked = new CandidateCheck(files, types, parts, findings).find(call, woven);
      return asked == null ? null : asked.shortForm();
    }
  }
}
