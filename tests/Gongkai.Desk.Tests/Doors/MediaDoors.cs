namespace Gongkai.Desk.Tests.Doors;

/// <summary>The media library, and documents that become drafts.</summary>
public sealed class MediaDoors : IDoors
{
    private static readonly string[] Keepers = ["Administrator", "Editor", "Publisher"];

    public IEnumerable<Door> Rows =>
    [
        new("/Media/Index GET", "/admin/media", Keepers),
        new("/Media/Index POST Upload", "/admin/media?handler=Upload", Keepers),
        new("/Media/File GET", "/admin/media/file?path=none.png", Keepers),
        new("/Media/File POST Describe", "/admin/media/file?handler=Describe&path=none.png", Keepers, ("alternative", "x")),
        new("/Media/File POST Delete", "/admin/media/file?handler=Delete&path=none.png", Keepers),
        new("/Media/Pick GET", "/admin/media/pick", Keepers),
        new("Gongkai.Desk.UploadMedia POST", "/admin/media/upload", Keepers),
        new("Gongkai.Desk.Media GET", "/admin/media/raw/none.png", Keepers),
        new("/Documents/Import GET", "/admin/documents/import", Who.Editors),
        new("/Documents/Import POST Read", "/admin/documents/import?handler=Read", Who.Editors),
        new("/Documents/Import POST Save", "/admin/documents/import?handler=Save", Who.Editors),
    ];
}
