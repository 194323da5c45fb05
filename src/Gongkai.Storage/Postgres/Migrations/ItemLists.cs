using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Postgres.Migrations;

/// <summary>The desk's lists. What is stored already gets its rows when it is derived again.</summary>
[DbContext(typeof(PostgresContext))]
[Migration("20261125200000_ItemLists")]
internal sealed class ItemLists : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Lists",
            columns: table => new
            {
                ContentItemId = table.Column<string>(nullable: false, collation: PostgresContext.Collation),
                ContentType = table.Column<string>(nullable: false, collation: PostgresContext.Collation),
                States = table.Column<int>(nullable: false),
                LatestKey = table.Column<long>(nullable: false),
                LatestVersionId = table.Column<string>(nullable: false, collation: PostgresContext.Collation),
                PublishedVersionId = table.Column<string>(nullable: true, collation: PostgresContext.Collation),
                ModifiedUtc = table.Column<DateTime>(nullable: false),
                PublishedUtc = table.Column<DateTime>(nullable: true),
                PublishDueUtc = table.Column<DateTime>(nullable: true),
                ArchiveDueUtc = table.Column<DateTime>(nullable: true),
                HasIssuer = table.Column<bool>(nullable: false),
                Author = table.Column<string>(nullable: false, collation: PostgresContext.Collation),
                Maker = table.Column<string>(nullable: false, collation: PostgresContext.Collation),
                Number = table.Column<string>(nullable: true, collation: PostgresContext.Collation),
                Title = table.Column<string>(nullable: false, collation: PostgresContext.Collation),
                SearchText = table.Column<string>(nullable: false, collation: PostgresContext.Collation)
            },
            constraints: table => table.PrimaryKey("PK_Lists", x => x.ContentItemId));

        // The state is in the index, so that counting by it reads nothing else.
        migrationBuilder.CreateIndex(
            name: "IX_Lists_ContentType_ModifiedUtc_ContentItemId_States",
            table: "Lists",
            columns: ["ContentType", "ModifiedUtc", "ContentItemId", "States"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(name: "Lists");
    }
}
