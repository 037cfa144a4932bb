package app;

public class Service {
  public Item find(Item like) {
    Item item = new Item();
    item.name = like.name + "!";
    item.parent = like;
    return item;
  }

  public static class Item {
    public String name = "x";
    public Item parent;
  }
}
