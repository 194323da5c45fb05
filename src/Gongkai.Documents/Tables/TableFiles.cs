using System.Xml;
using Gongkai.Content;
using Gongkai.Documents.Kinds;

namespace Gongkai.Documents.Tables;

/// <summary>Reads workbooks and CSV files, whatever they hold, within limits.</summary>
/// <param name="kinds">Says what a file is.</param>
internal sealed class TableFiles(IFileKinds kinds) : ITableFiles
{
    private const long LargestFile = 20L * 1024 * 1024;

    public async Task<IReadOnlyList<TableRow>> ReadAsync(Stream file, string fileName, CancellationToken cancellationToken = default)
    {
        if (file.Length > LargestFile)
            throw new DocumentException($"表格文件超过 {LargestFile / 1024 / 1024} MB，请分成几个文件。");
        var kind = await kinds.IdentifyAsync(file, cancellationToken);
        var isCsv = fileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
        if (kind?.Family == FileFamily.Refused)
            throw new DocumentException($"这个文件是{kind.Name}。{kind.Advice}");
        if (isCsv ? kind is not (null or { Family: FileFamily.Text }) : kind?.Family != FileFamily.Sheet)
            throw new DocumentException(FaultOf(isCsv ? "CSV" : "XLSX", kind));
        try
        {
            if (isCsv)
                return await CsvTable.ReadAsync(file, cancellationToken);
            PackageGuard.Check(file);
            return SheetTable.Read(file, cancellationToken);
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException or IOException)
        {
            throw new DocumentException(new("表格文件损坏了，或不是普通的表格，没有读。请用 Excel 或 WPS 打开确认，另存后再上传。"), damage);
        }
    }

    private static Wording FaultOf(string named, FileKind? kind) => kind is null
        ? new("文件名说它是 {0}，内容却不是。请用 Excel 或 WPS 打开后另存为 .xlsx，再上传。", named)
        : new("文件名说它是 {0}，内容却是{1}。请用 Excel 或 WPS 打开后另存为 .xlsx，再上传。", named, kind.Name);
}
