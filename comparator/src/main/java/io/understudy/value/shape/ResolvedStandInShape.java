package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.Uncapturable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of one object that stands for another: it has that one's parts and its own class name.
 * Frozen objects have one too, which holds on to no live object.
 */
final class ResolvedStandInShape extends Shape {
  private final Shape shape;
  private final @Nullable Object meant;

  private ResolvedStandInShape(Shape ofClass, Shape shape, @Nullable Object meant) {
    super(
        shape.kind(),
        // A scalar keeps nothing but its value when it is frozen, so it is that from the start.
        shape.kind() == Kind.SCALAR ? shape.typeName() : ofClass.typeName(),
        ofClass.lane);
    this.shape = shape;
    this.meant = meant;
  }

  /**
   * The shape of an object of a class that stands for {@code meant}, of this shape.
   *
   * @param ofClass what objects of the class have in common
   */
  static Shape of(Shape ofClass, Shape shape, Object meant) {
    return shape.kind() == Kind.OPAQUE ? shape : new ResolvedStandInShape(ofClass, shape, meant);
  }

  private Object meant(Object object) {
    return meant == null || object instanceof Frozen ? object : meant;
  }

  @Override
  public Shape lasting() {
    return shape.lasting();
  }

  @Override
  public Scalar scalar() {
    return shape.scalar();
  }

  @Override
  public String family() {
    return shape.family();
  }

  @Override
  public Object plain(Object scalar) {
    return shape.plain(meant(scalar));
  }

  @Override
  public Object itself(Object scalar) {
    return shape.itself(meant(scalar));
  }

  @Override
  public Object keep(Object scalar) {
    return shape.keep(meant(scalar));
  }

  @Override
  public long bytes(Object scalar) {
    return shape.bytes(meant(scalar));
  }

  @Override
  public List<String> names() {
    return shape.names();
  }

  @Override
  public @Nullable Object part(Object record, int i) {
    return shape.part(meant(record), i);
  }

  @Override
  public boolean isOrdered() {
    return shape.isOrdered();
  }

  @Override
  public int size(Object object) {
    return shape.size(meant(object));
  }

  @Override
  public @Nullable Object primitives(Object object) {
    return shape.primitives(meant(object));
  }

  @Override
  public Elements elements(Object object) {
    return shape.elements(meant(object));
  }

  @Override
  public Shape beside() {
    return shape.beside();
  }

  @Override
  public Object besideOf(Object object) {
    return shape.besideOf(meant(object));
  }

  @Override
  void freeze(Object live, Frozen frozen, FreezeWalk run) throws Uncapturable {
    frozen.seenAs(new ResolvedStandInShape(this, shape, null));
    shape.freeze(meant(live), frozen, run);
  }
}
