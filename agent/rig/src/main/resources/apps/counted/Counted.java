package counted;

import java.io.Externalizable;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Comparator;
import java.util.Iterator;
import java.util.function.Function;

/** An ordinary object whose every method and hook counts. */
public class Counted
    implements Serializable, Comparable<Object>, Cloneable, Iterable<Object>, AutoCloseable {
  private static final long serialVersionUID = 1;

  static {
    Counter.hit("Counted.<clinit>");
  }

  int number;
  String text = "text";
  Never never;

  public Counted(int number) {
    Counter.hit("Counted.<init>");
    this.number = number;
  }

  public int getNumber() {
    Counter.hit("Counted.getNumber");
    return number;
  }

  public boolean isOld() {
    Counter.hit("Counted.isOld");
    return false;
  }

  @Override
  public int hashCode() {
    Counter.hit("Counted.hashCode");
    return number;
  }

  @Override
  public boolean equals(Object other) {
    Counter.hit("Counted.equals");
    return other instanceof Counted && ((Counted) other).number == number;
  }

  @Override
  public String toString() {
    Counter.hit("Counted.toString");
    return "counted " + number;
  }

  @Override
  public int compareTo(Object other) {
    Counter.hit("Counted.compareTo");
    return Integer.compare(number, ((Counted) other).number);
  }

  @Override
  public Object clone() throws CloneNotSupportedException {
    Counter.hit("Counted.clone");
    return super.clone();
  }

  @Override
  public Iterator<Object> iterator() {
    Counter.hit("Counted.iterator");
    return java.util.Collections.emptyIterator();
  }

  @Override
  public void close() {
    Counter.hit("Counted.close");
  }

  private void writeObject(ObjectOutputStream out) throws java.io.IOException {
    Counter.hit("Counted.writeObject");
    out.defaultWriteObject();
  }

  private void readObject(ObjectInputStream in) throws Exception {
    Counter.hit("Counted.readObject");
    in.defaultReadObject();
  }

  private void readObjectNoData() {
    Counter.hit("Counted.readObjectNoData");
  }

  private Object writeReplace() {
    Counter.hit("Counted.writeReplace");
    return this;
  }

  private Object readResolve() {
    Counter.hit("Counted.readResolve");
    return this;
  }

  /** Only fields name this class: it must not be initialised. */
  public static final class Never {
    static {
      Counter.hit("Never.<clinit>");
    }

    public static final Never ONE = new Never();

    Never() {
      Counter.hit("Never.<init>");
    }
  }

  /** As {@link Never}. */
  public enum NeverEnum {
    A,
    B;

    static {
      Counter.hit("NeverEnum.<clinit>");
    }
  }

  /** As {@link Never}, named by a field with an annotation. */
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Marked {
    NeverEnum value() default NeverEnum.A;
  }

  /** Holds an object in fields, and has fields of classes that nothing initialises. */
  @Marked(NeverEnum.B)
  public static final class Holder {
    @Marked Object value;
    final Object kept;
    transient Object passing;
    Counted typed;
    Never never;
    NeverEnum constant;
    java.util.List<Never> more;

    public Holder(Object value) {
      Counter.hit("Holder.<init>");
      this.value = value;
      this.kept = value;
      this.passing = value;
    }

    @Override
    public int hashCode() {
      Counter.hit("Holder.hashCode");
      return 1;
    }

    @Override
    public boolean equals(Object other) {
      Counter.hit("Holder.equals");
      return other instanceof Holder;
    }

    @Override
    public String toString() {
      Counter.hit("Holder.toString");
      return "holder";
    }
  }

  /** Its transient field has an annotation that names a constant. */
  public static final class Annotated {
    @Marked(NeverEnum.B) transient Object passing = 1;
  }

  /** Serialised by its own methods. */
  public static final class External implements Externalizable {
    int number = 1;

    public External() {
      Counter.hit("External.<init>");
    }

    @Override
    public void writeExternal(ObjectOutput out) {
      Counter.hit("External.writeExternal");
    }

    @Override
    public void readExternal(ObjectInput in) {
      Counter.hit("External.readExternal");
    }
  }

  /** Orders by number; has a field. */
  public static final class Order implements Comparator<Object>, Serializable {
    private static final long serialVersionUID = 1;
    final int sign;

    public Order(int sign) {
      Counter.hit("Order.<init>");
      this.sign = sign;
    }

    @Override
    public int compare(Object a, Object b) {
      Counter.hit("Order.compare");
      return sign * Integer.compare(((Counted) a).number, ((Counted) b).number);
    }

    @Override
    public boolean equals(Object other) {
      Counter.hit("Order.equals");
      return other instanceof Order;
    }

    @Override
    public int hashCode() {
      Counter.hit("Order.hashCode");
      return sign;
    }
  }

  /** A text. */
  public static final class Text implements CharSequence {
    final String text;

    public Text(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      Counter.hit("Text.length");
      return text.length();
    }

    @Override
    public char charAt(int index) {
      Counter.hit("Text.charAt");
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      Counter.hit("Text.subSequence");
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      Counter.hit("Text.toString");
      return text;
    }
  }

  /** A number. */
  public static final class Amount extends Number {
    private static final long serialVersionUID = 1;
    final int amount;

    public Amount(int amount) {
      this.amount = amount;
    }

    @Override
    public int intValue() {
      Counter.hit("Amount.intValue");
      return amount;
    }

    @Override
    public long longValue() {
      Counter.hit("Amount.longValue");
      return amount;
    }

    @Override
    public float floatValue() {
      Counter.hit("Amount.floatValue");
      return amount;
    }

    @Override
    public double doubleValue() {
      Counter.hit("Amount.doubleValue");
      return amount;
    }

    @Override
    public int hashCode() {
      Counter.hit("Amount.hashCode");
      return amount;
    }
  }

  /** A constant with state. */
  public enum Colour implements Function<Object, Object> {
    RED {
      @Override
      public Object apply(Object in) {
        Counter.hit("Colour.apply");
        return in;
      }
    };

    Colour() {
      Counter.hit("Colour.<init>");
    }

    @Override
    public String toString() {
      Counter.hit("Colour.toString");
      return "red";
    }
  }
}
