namespace Gongkai.Desk.Tests.Doors;

/// <summary>What people search for, synonyms and picks.</summary>
public sealed class SearchDoors : IDoors
{
    public IEnumerable<Door> Rows =>
    [
        new("/Search/Index GET", "/admin/search", Who.Publishers),
        new("/Search/Index GET Csv", "/admin/search?handler=Csv", Who.Publishers),
        new("/Search/Vocabulary GET", "/admin/search/vocabulary", Who.Publishers),
        new("/Search/Vocabulary POST Save", "/admin/search/vocabulary?handler=Save", Who.Publishers, ("list", "synonyms")),
        new("/Search/Vocabulary POST Remove", "/admin/search/vocabulary?handler=Remove", Who.Publishers, ("list", "none")),
    ];
}
