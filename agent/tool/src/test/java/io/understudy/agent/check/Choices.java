package io.understudy.agent.check;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.ConfigLoader;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** What check chooses, for tests that hold other stages against it. */
public final class Choices {
  private Choices() {}

  /** The candidate's parameters as check chooses them; null where it finds that nothing fits. */
  public static @Nullable String candidate(String control, String candidate) throws Exception {
    String yaml = "calls: [ { control: '" + control + "', candidate: '" + candidate + "' } ]";
    CallConfig call = ConfigLoader.parse("u.yaml", yaml).calls().get(0);
    try (ClassFiles files = new ClassFiles(ClassPath.of(Checking.TEST_CLASSES))) {
      Findings findings = new Findings();
      Types types = new Types(files);
      PartTypes parts = new PartTypes(types, Collections.emptySet());
      Signature woven =
          new ControlCheck(files, types, parts, findings).find(call.control(), call.packages());
      Signature asked = new CandidateCheck(files, types, parts, findings).find(call, woven);
      return asked == null ? null : asked.shortForm();
    }
  }
}
