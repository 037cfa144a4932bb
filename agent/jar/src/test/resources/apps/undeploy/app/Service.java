package app;

public class Service {
  public Item find(Item like) {
    Item item = new Item();
    item.name = like.name + "!";
    item.parent = like;
    return item;
  }

  public Item again(Item like) {
    return find(like);
  }

  public static class Item {
    public String name = "x";
    public Item parent;
  }
}
