package io.understudy.value.container;

import java.util.LinkedHashMap;
import java.util.Map;

/** Libraries with one interface for each primitive type, by the package of these interfaces. */
final class PrimitiveFamilies {
  static final Map<String, ShapeMaker> ALL = new LinkedHashMap<>();

  static {
    ALL.put("com.carrotsearch.hppc.", Hppc::of);
    ALL.put("gnu.trove.", Trove::of);
    ALL.put("org.eclipse.collections.api.", EclipseCollections::of);
    ALL.put("com.gs.collections.api.", EclipseCollections::of);
  }

  private PrimitiveFamilies() {}
}
