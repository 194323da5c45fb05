namespace Gongkai.Desk.Tests.Doors;

/// <summary>Reviews: who may take which step is the graph's to say, and nobody may who cannot see the item.</summary>
public sealed class ReviewDoors : IDoors
{
    public IEnumerable<Door> Rows =>
    [
        new("/Review/Index GET", "/admin/review", Who.SignedIn),
        new("/Review/Item GET", "/admin/review/item/none", Who.SignedIn),
        new("/Review/Item POST Step", "/admin/review/item/none?handler=Step", Who.SignedIn, ("step", "submit")),
        new("/Review/Item POST Preview", "/admin/review/item/none?handler=Preview", Who.SignedIn),
        new("/Review/Deputies GET", "/admin/review/deputies", Who.SignedIn),
        new("/Review/Deputies POST Add", "/admin/review/deputies?handler=Add", Who.SignedIn),
        new("/Review/Deputies POST End", "/admin/review/deputies?handler=End", Who.SignedIn),
        new("/Review/Graphs GET", "/admin/review/graphs", Who.SignedIn),
    ];
}
