using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Postgres.Migrations;

/// <summary>What editors typed and did not save yet, and who has an item open.</summary>
[DbContext(typeof(PostgresContext))]
[Migration("20261125190000_WorkingCopies")]
internal sealed class WorkingCopies : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "WorkingCopies",
            columns: table => new
            {
                UserName = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                ContentItemId = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                ContentType = table.Column<string>(collation: PostgresContext.Collation, nullable: true),
                BasedOnVersionId = table.Column<string>(collation: PostgresContext.Collation, nullable: true),
                Form = table.Column<string>(collation: PostgresContext.Collation, nullable: true),
                KeptUtc = table.Column<DateTime>(nullable: true),
                OpenedUtc = table.Column<DateTime>(nullable: false),
                SeenUtc = table.Column<DateTime>(nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_WorkingCopies", x => new { x.UserName, x.ContentItemId }));

        migrationBuilder.CreateIndex(
            name: "IX_WorkingCopies_ContentItemId",
            table: "WorkingCopies",
            column: "ContentItemId");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable(name: "WorkingCopies");
}
