package io.understudy.tool.check;

import io.understudy.agent.config.OrderConfig;
import io.understudy.tool.type.MethodSignature;
import io.understudy.tool.type.PathWalk;
import io.understudy.tool.type.StaticType;
import io.understudy.tool.type.TypeParts;
import io.understudy.tool.type.TypePartsFinder;

/** Checks where the order key of a call point is: its calls are uncaptured if there is none. */
final class OrderCheck {
  private final TypePartsFinder parts;
  private final Findings findings;

  OrderCheck(TypePartsFinder parts, Findings findings) {
    this.parts = parts;
    this.findings = findings;
  }

  /** Adds the findings about the key in the arguments or the receiver of this control. */
  void check(OrderConfig order, MethodSignature control) {
    switch (order.source()) {
      case ARGUMENT:
        checkArgument(order, control);
        break;
      case RECEIVER:
        if (control.isStatic()) {
          findings.error(
              label(order)
                  + control.shortForm()
                  + " is static, so there is no this; use a part of an argument");
        } else {
          checkPath(order, StaticType.ofClass(control.owner()));
        }
        break;
      default:
        // The thread, or no order at all.
    }
  }

  private void checkArgument(OrderConfig order, MethodSignature control) {
    int count = control.parameterTypes().size();
    if (order.argument() >= count) {
      findings.error(
          label(order)
              + control.shortForm()
              + (count == 0
                  ? " has no parameters"
                  : " has no argument "
                      + order.argument()
                      + "; its arguments are 0 to "
                      + (count - 1)));
      return;
    }
    checkPath(order, control.parameterTypes().get(order.argument()));
  }

  private void checkPath(OrderConfig order, StaticType root) {
    PathWalk walk = new PathWalk(root, order.steps(), parts);
    if (walk.isDead()) {
      findings.error(label(order) + walk.deadEnd());
      return;
    }
    for (StaticType end : walk.ends()) {
      TypeParts inside = parts.of(end);
      if (inside != TypeParts.UNKNOWN && (inside.element() != null || !inside.byName().isEmpty())) {
        findings.error(
            label(order)
                + end
                + " is no text, number, enum constant, UUID or time; name one of its parts"
                + (inside.byName().isEmpty() ? "" : ": " + inside.byName().keySet()));
      }
    }
  }

  private static String label(OrderConfig order) {
    return "order key " + order.key() + ": ";
  }
}
