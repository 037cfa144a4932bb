package app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** One call of each call point. */
final class Calls {
  private final Legacy legacy = new Legacy();
  private int n;

  void quote() {
    final int i = ++n;
    Counter.call("quote", "A" + i * 3, new Callable<Object>() {
      @Override
      public Object call() {
        return legacy.quote("A", i);
      }
    });
  }

  /** Calls all call points whose candidates answer soon. */
  void soon() {
    final int i = ++n;
    quote();
    Counter.call("order", "anna5 10", new Callable<Object>() {
      @Override
      public Object call() {
        Order order = legacy.order(Order.of(7, 5));
        return order.customer + " " + order.lines.get(0).quantity;
      }
    });
    Counter.call("fill", "[filled]", new Callable<Object>() {
      @Override
      public Object call() {
        List<String> list = new ArrayList<String>();
        legacy.fill(list);
        return list.toString();
      }
    });
    Counter.call("fails", "java.lang.IllegalStateException: refused a", new Callable<Object>() {
      @Override
      public Object call() {
        return legacy.fails("a");
      }
    });
    Counter.call("differs", "s3cr3t-3", new Callable<Object>() {
      @Override
      public Object call() {
        Map<String, Object> map = legacy.differs(Order.of(8, 3));
        return map.get("secret");
      }
    });
    Counter.call("stage", "later", new Callable<Object>() {
      @Override
      public Object call() throws Exception {
        return Patience.result(legacy.stage("later").toCompletableFuture());
      }
    });
    Counter.call("done", "done", new Callable<Object>() {
      @Override
      public Object call() {
        return legacy.done("done").join();
      }
    });
    Counter.call("recurse", 3, new Callable<Object>() {
      @Override
      public Object call() {
        return legacy.recurse(3);
      }
    });
    Counter.call("noisy", i + 1, new Callable<Object>() {
      @Override
      public Object call() {
        return legacy.noisy(i);
      }
    });
    Counter.call("custom", 3, new Callable<Object>() {
      @Override
      public Object call() {
        return legacy.custom(3).size();
      }
    });
    Counter.call("uncopied", Thread.currentThread().getName(), new Callable<Object>() {
      @Override
      public Object call() {
        return legacy.uncopied(Thread.currentThread());
      }
    });
    Counter.call("sampled", i, new Callable<Object>() {
      @Override
      public Object call() {
        return legacy.sampled(i);
      }
    });
    final Object id = Counter.call("create", null, new Callable<Object>() {
      @Override
      public Object call() {
        return legacy.create("x");
      }
    });
    Counter.call("read", "read", new Callable<Object>() {
      @Override
      public Object call() {
        return legacy.read(id == null ? 0L : (Long) id);
      }
    });
    Counter.call("later", "soon", new Callable<Object>() {
      @Override
      public Object call() {
        return legacy.later("soon").join();
      }
    });
    Counter.call("accepted", 1.5, new Callable<Object>() {
      @Override
      public Object call() {
        return legacy.accepted(1.5);
      }
    });
    Counter.call("absent", i, new Callable<Object>() {
      @Override
      public Object call() {
        return legacy.absent(i);
      }
    });
  }

  /** Calls the call points that end by a time limit. */
  void late() {
    final int i = ++n;
    Counter.call("slow", i, new Callable<Object>() {
      @Override
      public Object call() {
        return legacy.slow(i);
      }
    });
    Counter.call("never", "pending", new Callable<Object>() {
      @Override
      public Object call() {
        CompletableFuture<String> stage = legacy.never("x");
        return stage.isDone() ? "complete" : "pending";
      }
    });
  }

  /** Calls a control on a thread of a pool. */
  void pooled() {
    Counter.call("pooled", 4, () -> legacy.pooled(4));
  }

  /** Calls a control whose candidate gives work to the pools of the application. */
  void works() {
    Counter.call("works", "worked", () -> legacy.works(1));
  }

  /** Calls controls with values of all sorts. */
  void values() {
    for (int kind = 0; kind < Values.KINDS; kind++) {
      final int each = kind;
      final Object in = Values.of(kind, 0);
      Counter.call("values", "returned", () -> {
        Object out = legacy.values(each, in);
        return in == out ? "returned" : "other";
      });
      Counter.call("ruled", "returned", () -> legacy.ruled(each) instanceof Map ? "returned" : "other");
    }
    Counter.call("refused", "java.lang.IllegalArgumentException: no 1", () -> legacy.refused(1));
  }
}
