package io.understudy.portable;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.named.KeyOrder;
import io.understudy.value.named.NamedShape;
import io.understudy.value.named.NamedShapes;
import io.understudy.value.named.ShapeOutline;
import java.util.ArrayList;
import java.util.List;

/** The types of one document: each is described where it occurs first. Confined to one thread. */
final class TypeReader {
  /** The flags of the type of a collection. */
  static final int ORDERED = 1;

  static final int BAG = 2;
  static final int EXTRA = 4;

  private static final Kind[] KINDS = Kind.values();
  private static final Scalar[] SORTS = Scalar.values();
  private static final KeyOrder[] ORDERS = KeyOrder.values();

  /**
   * The most types of a document. Types whose hashes are equal make each other slow, and a peer can
   * choose them.
   */
  static final int MOST_TYPES = 10_000;

  /** Longer names do not occur in class files. */
  private static final int LONGEST_NAME = 65_535;

  private final PortableInput in;
  private final NamedShapes shapes;
  private final int mostNames;
  private final List<NamedShape> types = new ArrayList<>();
  private int names;

  /**
   * Starts without types.
   *
   * @param mostNames the most names of all types; each takes much more memory than bytes
   */
  TypeReader(PortableInput in, NamedShapes shapes, int mostNames) {
    this.in = in;
    this.shapes = shapes;
    this.mostNames = mostNames;
  }

  /** Reads the number of a type, and its description where the type is new. */
  NamedShape next() throws PortableFormException {
    int number = in.count(types.size());
    if (number == types.size()) {
      if (number == MOST_TYPES) {
        throw new PortableFormException("more than " + MOST_TYPES + " types");
      }
      types.add(shapes.of(outline(true)));
    }
    return types.get(number);
  }

  private ShapeOutline outline(boolean mayHaveExtra) throws PortableFormException {
    Kind kind = KINDS[in.count(KINDS.length - 1)];
    ShapeOutline.Builder type = ShapeOutline.builder(kind, name());
    List<String> supertypes = new ArrayList<>();
    for (int left = in.count(in.left()); left > 0; left--) {
      supertypes.add(name());
    }
    type.typeNames(supertypes);
    switch (kind) {
      case SCALAR:
        scalar(type);
        break;
      case RECORD:
        names(type);
        break;
      case OPAQUE:
        type.reason(in.text());
        break;
      default:
        collection(type, mayHaveExtra);
    }
    return type.build();
  }

  private String name() throws PortableFormException {
    if (++names > mostNames) {
      throw new PortableFormException("more than " + mostNames + " names");
    }
    String name = in.text();
    if (name.length() > LONGEST_NAME) {
      throw new PortableFormException("a name of more than " + LONGEST_NAME + " characters");
    }
    return name;
  }

  private void scalar(ShapeOutline.Builder type) throws PortableFormException {
    Scalar sort = SORTS[in.count(SORTS.length - 1)];
    type.scalar(sort, sort == Scalar.OTHER ? name() : "");
  }

  private void names(ShapeOutline.Builder type) throws PortableFormException {
    List<String> names = new ArrayList<>();
    for (int count = in.count(in.left()), i = 0; i < count; i++) {
      names.add(name());
      if (in.count(1) == 1) {
        type.isTransient(i);
      }
    }
    type.names(names);
  }

  private void collection(ShapeOutline.Builder type, boolean mayHaveExtra)
      throws PortableFormException {
    int flags = in.count(ORDERED | BAG | EXTRA);
    type.collection(
        (flags & ORDERED) != 0, (flags & BAG) != 0, ORDERS[in.count(ORDERS.length - 1)]);
    if ((flags & EXTRA) != 0) {
      ShapeOutline extra = mayHaveExtra ? outline(false) : null;
      if (extra == null || extra.kind() != Kind.RECORD) {
        throw new PortableFormException("the extra fields of a collection are not a record");
      }
      type.extraFields(extra);
    }
  }
}
