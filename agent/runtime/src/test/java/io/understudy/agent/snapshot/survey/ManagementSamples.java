package io.understudy.agent.snapshot.survey;

import java.lang.management.MemoryUsage;
import javax.management.Attribute;
import javax.management.ObjectName;
import javax.management.openmbean.SimpleType;

/** Names, attributes and measurements of management beans. */
final class ManagementSamples extends SampleGroup {
  @Override
  void fill() {
    put("ObjectName", () -> new ObjectName("a:b=c"), () -> new ObjectName("a:b=d"));
    put("OpenType", () -> SimpleType.STRING, () -> SimpleType.LONG);
    put("management.Attribute", () -> new Attribute("a", 1), () -> new Attribute("a", 2));
    put("MemoryUsage", () -> new MemoryUsage(1, 2, 3, 4), () -> new MemoryUsage(1, 2, 3, 5));
  }
}
