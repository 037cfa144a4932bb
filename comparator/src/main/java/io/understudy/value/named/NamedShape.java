package io.understudy.value.named;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Frozen;
import io.understudy.value.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of objects that another JVM has read. It knows names alone, so no class is loaded for
 * it. Its objects are {@link Frozen} ones, or a {@link NamedScalar}. {@link NamedShapes} keeps one
 * for each type, since plans of comparison are cached by shape.
 */
public final class NamedShape extends Shape {
  private final ShapeOutline outline;
  private final Shape extraFields;

  NamedShape(ShapeOutline outline) {
    super(outline.kind, outline.typeName);
    this.outline = outline;
    setTypeNames(outline.typeNames);
    ShapeOutline extra = outline.extraFields;
    this.extraFields = extra == null ? super.beside() : new NamedShape(extra);
  }

  /** What is known of the type. */
  public ShapeOutline outline() {
    return outline;
  }

  /** Creates an object without parts; {@link #fillParts} sets them, since they may refer back to it. */
  public Frozen create() {
    return createFrozen();
  }

  /**
   * Sets the parts of an object that {@link #create} made.
   *
   * @param parts an {@code Object[]}, or an array of primitives for a list; of a map key, value,
   *     key, value. No other code keeps it
   */
  public void fillParts(Frozen created, Object parts) {
    fill(created, parts);
  }

  /** Creates the extra fields of a collection, and sets their parts. */
  public void fillExtraFields(Frozen created, @Nullable Object[] parts) {
    if (extraFields instanceof NamedShape) {
      Frozen extra = ((NamedShape) extraFields).create();
      fill(extra, parts);
      fillExtraFields(created, extra);
    }
  }

  @Override
  public Scalar scalar() {
    return outline.scalar;
  }

  @Override
  public String family() {
    return outline.family.isEmpty() ? typeName() : outline.family;
  }

  @Override
  public Object plain(Object scalar) {
    return scalar instanceof NamedScalar ? ((NamedScalar) scalar).plain() : scalar;
  }

  @Override
  public Object keep(Object scalar) {
    return scalar;
  }

  @Override
  public boolean immutable() {
    return kind() == Kind.SCALAR;
  }

  @Override
  public String reason() {
    return outline.reason;
  }

  @Override
  public List<String> names() {
    return outline.names;
  }

  @Override
  public boolean isTransient(int i) {
    return outline.transients.get(i);
  }

  @Override
  public boolean isOrdered() {
    return outline.ordered;
  }

  @Override
  public boolean isBag() {
    return outline.bag;
  }

  @Override
  public Shape beside() {
    return extraFields;
  }

  @Override
  public int size(Object object) {
    switch (kind()) {
      case RECORD:
        return outline.names.size();
      case SCALAR:
      case OPAQUE:
        return 0;
      default:
        return ((Frozen) object).size();
    }
  }

  @Override
  public @Nullable Object part(Object record, int i) {
    return ((Frozen) record).part(i);
  }

  @Override
  public @Nullable Object primitives(Object object) {
    Object parts = arrayOf((Frozen) object);
    return kind() != Kind.LIST || parts instanceof Object[] ? null : parts;
  }

  @Override
  public Elements elements(Object object) {
    return object instanceof Frozen && kind() != Kind.RECORD
        ? elementsOf((Frozen) object)
        : super.elements(object);
  }
}
