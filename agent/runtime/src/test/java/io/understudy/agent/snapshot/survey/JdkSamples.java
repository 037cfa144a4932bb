package io.understudy.agent.snapshot.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Value classes of the JDK, all that have public constructors or factories for samples. */
final class JdkSamples {
  private JdkSamples() {}

  static List<Sample> all() {
    List<Sample> all = new ArrayList<>();
    for (SampleGroup group :
        Arrays.asList(
            new LanguageSamples(),
            new TimeSamples(),
            new TextSamples(),
            new NetworkSamples(),
            new ConcurrentSamples(),
            new SecuritySamples(),
            new DesktopSamples(),
            new ManagementSamples())) {
      all.addAll(group.samples());
    }
    return all;
  }
}
