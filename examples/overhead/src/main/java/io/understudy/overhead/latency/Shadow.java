package io.understudy.overhead.latency;

import io.understudy.overhead.Order;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/** How the application itself shadows its calls. */
enum Shadow {
  /** Not at all; an agent may do it. */
  NONE {
    @Override
    UnaryOperator<Order> around(Pricing control) {
      return control::quote;
    }
  },
  HANDWRITTEN {
    @Override
    UnaryOperator<Order> around(Pricing control) {
      return new HandwrittenShadow(control);
    }
  },
  HANDWRITTEN_SAMPLED {
    @Override
    UnaryOperator<Order> around(Pricing control) {
      return sampled(new HandwrittenShadow(control), control);
    }
  },
  SCIENTIST {
    @Override
    UnaryOperator<Order> around(Pricing control) {
      return new ScientistShadow(control);
    }
  },
  SCIENTIST_SAMPLED {
    @Override
    UnaryOperator<Order> around(Pricing control) {
      return sampled(new ScientistShadow(control), control);
    }
  };

  /** Returns the service as its clients call it. */
  abstract UnaryOperator<Order> around(Pricing control);

  /** One call of a hundred is shadowed. */
  private static UnaryOperator<Order> sampled(UnaryOperator<Order> shadow, Pricing control) {
    return order ->
        ThreadLocalRandom.current().nextInt(100) == 0 ? shadow.apply(order) : control.quote(order);
  }
}
